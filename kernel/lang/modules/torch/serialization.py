"""torch.save and torch.load: PyTorch's zip format, by a writer and a reader that know tensors, numbers, texts and
containers of them, and nothing else."""

import os
from collections import OrderedDict

import torch
from torch.nn.parameter import Parameter

_STORAGES = {"FloatStorage": torch.float32, "DoubleStorage": torch.float64, "HalfStorage": torch.float16,
             "BFloat16Storage": torch.bfloat16, "LongStorage": torch.int64, "IntStorage": torch.int32,
             "ShortStorage": torch.int16, "CharStorage": torch.int8, "ByteStorage": torch.uint8, "BoolStorage": torch.bool,
             "ComplexFloatStorage": torch.complex64, "ComplexDoubleStorage": torch.complex128}
_DEEPEST = 200


class UnpicklingError(Exception):
    """A file that holds something else than tensors and plain values."""


def save(obj, f, pickle_module=None, pickle_protocol=2, _use_new_zipfile_serialization=True, _disable_byteorder_record=False):
    """Writes tensors, numbers, texts and containers of them to a stream."""
    if isinstance(f, (str, os.PathLike)):
        raise PermissionError(f"torch.save({str(f)!r}): files cannot be written here; save to an io.BytesIO instead")
    pickler = _Pickler()
    pickler.put(obj, 0)
    entries = [("archive/data.pkl", b"\x80\x02" + b"".join(pickler.out) + b"."), ("archive/byteorder", b"little")]
    entries += [(f"archive/data/{key}", data) for key, data in enumerate(pickler.storages)]
    f.write(_zip(entries + [("archive/version", b"3\n")]))


def load(f, map_location=None, pickle_module=None, *, weights_only=None, mmap=None, **pickle_load_args):
    """Reads what save wrote."""
    if isinstance(f, (str, os.PathLike)):
        with open(f, "rb") as stream:
            data = stream.read()
    else:
        data = f.read()
    entries = _unzip(data)
    name = next((n for n in entries if n.endswith("/data.pkl")), None)
    if name is None:
        raise UnpicklingError("not a file of torch.save: it holds no data.pkl")
    return _Unpickler(entries, name[:-len("data.pkl")], entries[name], map_location).run()


# --- zip: entries without compression ---------------------------------------------------------------------


def _number(value, size):
    return value.to_bytes(size, "little")


def _zip(entries):
    out, directory, at = [], [], 0
    for name, data in entries:
        text = name.encode()
        facts = (_number(20, 2) + _number(0, 2) + _number(0, 2) + _number(0, 4) + _number(torch._crc32(data), 4)
                 + _number(len(data), 4) * 2 + _number(len(text), 2))
        pad = -(at + 30 + len(text) + 4) % 64  # storages begin at multiples of 64
        head = b"PK\x03\x04" + facts + _number(pad + 4, 2) + text + b"FB" + _number(pad, 2) + b"Z" * pad
        directory.append(b"PK\x01\x02" + _number(20, 2) + facts + _number(0, 2) + _number(0, 8) + _number(0, 2)
                         + _number(at, 4) + text)
        out += [head, data]
        at += len(head) + len(data)
    size = sum(len(d) for d in directory)
    end = (b"PK\x05\x06" + _number(0, 4) + _number(len(entries), 2) * 2 + _number(size, 4) + _number(at, 4) + _number(0, 2))
    return b"".join(out + directory + [end])


def _read(data, at, size):
    if at < 0 or at + size > len(data):
        raise UnpicklingError("the archive is cut off")
    return int.from_bytes(data[at:at + size], "little")


def _unzip(data):
    end = data.rfind(b"PK\x05\x06")
    if end < 0:
        raise UnpicklingError("not a file of torch.save: it is no zip archive")
    count, at, entries = _read(data, end + 10, 2), _read(data, end + 16, 4), {}
    if at == 0xFFFFFFFF or count == 0xFFFF:  # 64-bit numbers stand before
        record = data.rfind(b"PK\x06\x06", 0, end)
        if record < 0:
            raise UnpicklingError("the archive's directory is missing")
        count, at = _read(data, record + 32, 8), _read(data, record + 48, 8)
    for _ in range(count):
        if data[at:at + 4] != b"PK\x01\x02":
            raise UnpicklingError("the archive's directory is damaged")
        method, size, start = _read(data, at + 10, 2), _read(data, at + 24, 4), _read(data, at + 42, 4)
        names, extras, comment = (_read(data, at + k, 2) for k in (28, 30, 32))
        name = data[at + 46:at + 46 + names].decode()
        size, start = _wide(data, at + 46 + names, extras, size, start)
        at += 46 + names + extras + comment
        if method != 0:
            raise UnpicklingError(f"{name}: compressed entries are not read")
        begin = start + 30 + _read(data, start + 26, 2) + _read(data, start + 28, 2)
        if begin + size > len(data):
            raise UnpicklingError("the archive is cut off")
        entries[name] = data[begin:begin + size]
    return entries


def _wide(data, at, length, size, start):
    """Sizes of more than 32 bits, from the extra field."""
    end = at + length
    while at + 4 <= end:
        kind, n = _read(data, at, 2), _read(data, at + 2, 2)
        if kind == 1:
            at += 4
            if size == 0xFFFFFFFF:
                size = _read(data, at, 8)
                at += 16
            if start == 0xFFFFFFFF:
                start = _read(data, at, 8)
            break
        at += 4 + n
    return size, start


# --- writing values -----------------------------------------------------------------------------------------


class _Pickler:
    def __init__(self):
        self.out, self.storages, self.keys, self.memo, self.kept = [], [], {}, {}, []

    def put(self, value, depth):
        if depth > _DEEPEST:
            raise ValueError(f"torch.save: nested deeper than {_DEEPEST}")
        if torch.is_tensor(value):
            return self.tensor(value, depth)
        kind = type(value)
        if kind is OrderedDict:
            return self.ordered(value, depth)
        method = {type(None): self.none, bool: self.bool, int: self.int, float: self.float, str: self.text,
                  bytes: self.bytes, list: self.list, tuple: self.tuple, dict: self.dict, set: self.set,
                  torch.Size: self.size, torch.dtype: self.dtype, torch.device: self.device}.get(kind)
        if method is None and isinstance(value, dict):
            method = self.dict
        if method is None:
            raise TypeError(f"torch.save writes tensors, numbers, texts and containers of them, not {kind.__name__!r}: "
                            "save a module's state_dict()")
        method(value, depth)

    def remember(self, value):
        self.memo[id(value)] = len(self.memo)
        self.kept.append(value)
        self.out.append(b"r" + _number(self.memo[id(value)], 4))

    def known(self, value):
        if id(value) not in self.memo:
            return False
        self.out.append(b"j" + _number(self.memo[id(value)], 4))
        return True

    def name(self, module, name):
        self.out.append(f"c{module}\n{name}\n".encode())

    def none(self, value, depth):
        self.out.append(b"N")

    def bool(self, value, depth):
        self.out.append(b"\x88" if value else b"\x89")

    def int(self, value, depth):
        if -(1 << 31) <= value < 1 << 31:
            self.out.append(b"J" + value.to_bytes(4, "little", signed=True))
        else:
            size = value.bit_length() // 8 + 1
            self.out.append(b"\x8a" + _number(size, 1) + value.to_bytes(size, "little", signed=True))

    def float(self, value, depth):
        self.out.append(b"G" + torch._tensor_bytes(torch.tensor([value], dtype=torch.float64))[::-1])

    def text(self, value, depth):
        data = value.encode()
        self.out.append(b"X" + _number(len(data), 4) + data)

    def bytes(self, value, depth):
        self.name("_codecs", "encode")
        self.text(value.decode("latin-1"), depth)
        self.text("latin1", depth)
        self.out.append(b"\x86R")

    def list(self, value, depth):
        if self.known(value):
            return
        self.out.append(b"]")
        self.remember(value)
        self.out.append(b"(")
        for item in value:
            self.put(item, depth + 1)
        self.out.append(b"e")

    def tuple(self, value, depth):
        self.out.append(b"(")
        for item in value:
            self.put(item, depth + 1)
        self.out.append(b"t")

    def items(self, value, depth):
        self.out.append(b"(")
        for key, item in value.items():
            self.put(key, depth + 1)
            self.put(item, depth + 1)
        self.out.append(b"u")

    def dict(self, value, depth):
        if self.known(value):
            return
        self.out.append(b"}")
        self.remember(value)
        self.items(value, depth)

    def ordered(self, value, depth):
        if self.known(value):
            return
        self.name("collections", "OrderedDict")
        self.out.append(b")R")
        self.remember(value)
        self.items(value, depth)
        if getattr(value, "_metadata", None):
            self.dict({"_metadata": dict(value._metadata)}, depth + 1)
            self.out.append(b"b")

    def set(self, value, depth):
        self.name("builtins", "set")
        self.list(list(value), depth)
        self.out.append(b"\x85R")

    def size(self, value, depth):
        self.name("torch", "Size")
        self.tuple(value, depth)
        self.out.append(b"\x85R")

    def dtype(self, value, depth):
        self.name("torch", str(value)[6:])

    def device(self, value, depth):
        self.name("torch", "device")
        self.text(str(value), depth)
        self.out.append(b"\x85R")

    def tensor(self, value, depth):
        if self.known(value):
            return
        parameter = isinstance(value, Parameter)
        self.name("torch._utils", "_rebuild_parameter" if parameter else "_rebuild_tensor_v2")
        self.out.append(b"(")
        if parameter:
            self.name("torch._utils", "_rebuild_tensor_v2")
            self.out.append(b"(")
        self.storage(value.detach().cpu(), depth)
        if parameter:
            self.out.append(b"\x89")
            self.empty_hooks()
            self.out.append(b"tR")
        self.out.append(b"\x88" if value.requires_grad else b"\x89")
        self.empty_hooks()
        self.out.append(b"tR")
        self.remember(value)

    def empty_hooks(self):
        self.name("collections", "OrderedDict")
        self.out.append(b")R")

    def storage(self, value, depth):
        place, size = torch._storage(value)
        key = self.keys.get(place)
        if key is None:
            key = self.keys[place] = len(self.storages)
            self.storages.append(torch._tensor_bytes(value.as_strided((size,), (1,), 0)))
            self.kept.append(value)
        self.out.append(b"(")
        self.text("storage", depth)
        self.name("torch", next(n for n, d in _STORAGES.items() if d == value.dtype))
        self.text(str(key), depth)
        self.text("cpu", depth)
        self.int(size, depth)
        self.out.append(b"tQ")
        self.int(value.storage_offset(), depth)
        self.tuple(tuple(value.shape), depth)
        self.tuple(value.stride(), depth)


# --- reading values -----------------------------------------------------------------------------------------


class _Mark:
    pass


def _rebuild_tensor(storage, offset, size, stride, requires_grad=False, hooks=None, metadata=None):
    count = storage.numel()
    if offset < 0 or any(n < 0 for n in size) or any(s < 0 for s in stride) or len(size) != len(stride):
        raise UnpicklingError("a tensor with impossible sizes")
    last = offset + sum((n - 1) * s for n, s in zip(size, stride))
    if 0 not in size and last >= count:
        raise UnpicklingError("a tensor that reaches beyond its storage")
    out = torch.empty(0, dtype=storage.dtype, device=storage.device).set_(storage, offset, size, stride)
    return out.requires_grad_() if requires_grad else out


def _rebuild_parameter(data, requires_grad, hooks=None):
    return Parameter(data, requires_grad)


_GLOBALS = {("collections", "OrderedDict"): OrderedDict, ("torch._utils", "_rebuild_tensor_v2"): _rebuild_tensor,
            ("torch._utils", "_rebuild_parameter"): _rebuild_parameter, ("torch", "Size"): torch.Size,
            ("torch", "device"): torch.device, ("builtins", "set"): set, ("__builtin__", "set"): set,
            ("_codecs", "encode"): lambda text, coding: text.encode(coding),
            ("torch.serialization", "_get_layout"): lambda name: torch.strided}


class _Unpickler:
    """Runs the few instructions that tensors and plain values need."""

    def __init__(self, entries, prefix, data, map_location):
        self.entries, self.prefix, self.data, self.at = entries, prefix, data, 0
        self.stack, self.memo, self.storages, self.map_location = [], {}, {}, map_location

    def take(self, n):
        if self.at + n > len(self.data):
            raise UnpicklingError("data.pkl is cut off")
        self.at += n
        return self.data[self.at - n:self.at]

    def number(self, n, signed=False):
        return int.from_bytes(self.take(n), "little", signed=signed)

    def line(self):
        end = self.data.find(b"\n", self.at)
        if end < 0:
            raise UnpicklingError("data.pkl is cut off")
        self.at, text = end + 1, self.data[self.at:end]
        return text.decode()

    def pop(self):
        if not self.stack or self.stack[-1] is _Mark:
            raise UnpicklingError("data.pkl is damaged")
        return self.stack.pop()

    def pop_mark(self):
        for i in range(len(self.stack) - 1, -1, -1):
            if self.stack[i] is _Mark:
                items = self.stack[i + 1:]
                del self.stack[i:]
                return items
        raise UnpicklingError("data.pkl is damaged")

    def run(self):
        while True:
            code = self.take(1)
            if code == b".":
                return self.pop()
            method = _CODES.get(code)
            if method is None:
                raise UnpicklingError(f"data.pkl holds something else than tensors and plain values (instruction {code!r})")
            method(self)

    def find(self):
        module, name = self.line(), self.line()
        if (module, name) in _GLOBALS:
            return _GLOBALS[module, name]
        value = getattr(torch, name, None) if module == "torch" else None
        if name in _STORAGES and module == "torch":
            return _STORAGES[name]
        if isinstance(value, torch.dtype):
            return value
        raise UnpicklingError(f"Weights only load failed: the file wants {module}.{name}, which is not a tensor or plain value")

    def persistent(self):
        kind, dtype, key, location, count = self.pop()
        entry = self.entries.get(f"{self.prefix}data/{key}")
        if kind != "storage" or entry is None or len(entry) != count * dtype.itemsize:
            raise UnpicklingError(f"storage {key!r} is missing or of another size")
        if key not in self.storages:
            made = torch._tensor_from_bytes(entry, dtype)
            self.storages[key] = self.moved(made, location)
        return self.storages[key]

    def moved(self, storage, location):
        place = self.map_location
        if isinstance(place, dict):
            place = place.get(location, location)
        elif callable(place) and not isinstance(place, torch.device):
            return place(storage, location)
        place = location if place is None else place
        if str(place).startswith("cuda") and not torch.cuda.is_available():
            raise RuntimeError("Attempting to deserialize object on a CUDA device but torch.cuda.is_available() is False. If you "
                               "are running on a CPU-only machine, please use torch.load with map_location=torch.device('cpu') "
                               "to map your storages to the CPU.")
        return storage.to(place)

    def reduce(self):
        args, function = self.pop(), self.pop()
        if function not in _GLOBALS.values():
            raise UnpicklingError("data.pkl calls something that is not a tensor or plain value")
        return function(*args)

    def build(self):
        state, value = self.pop(), self.stack[-1]
        if isinstance(value, OrderedDict) and isinstance(state, dict) and list(state) == ["_metadata"]:
            value._metadata = state["_metadata"]
        elif state:
            raise UnpicklingError("data.pkl sets attributes of something")

    def append(self, items):
        if type(self.stack[-1]) is not list:
            raise UnpicklingError("data.pkl is damaged")
        self.stack[-1].extend(items)

    def set_items(self, items):
        if not isinstance(self.stack[-1], dict):
            raise UnpicklingError("data.pkl is damaged")
        for i in range(0, len(items) - 1, 2):
            self.stack[-1][items[i]] = items[i + 1]

    def remember(self, key):
        self.memo[key] = self.stack[-1]

    def recall(self, key):
        if key not in self.memo:
            raise UnpicklingError("data.pkl is damaged")
        return self.memo[key]


def _push(make):
    return lambda u: u.stack.append(make(u))


def _pair(u):
    value, key = u.pop(), u.pop()
    u.set_items([key, value])


def _tuple_of(n):
    return _push(lambda u: tuple([u.pop() for _ in range(n)][::-1]))


_CODES = {
    b"\x80": lambda u: u.take(1), b"(": lambda u: u.stack.append(_Mark), b"N": _push(lambda u: None),
    b"\x88": _push(lambda u: True), b"\x89": _push(lambda u: False), b"K": _push(lambda u: u.number(1)),
    b"M": _push(lambda u: u.number(2)), b"J": _push(lambda u: u.number(4, True)),
    b"\x8a": _push(lambda u: u.number(u.number(1), True)),
    b"G": _push(lambda u: torch._tensor_from_bytes(u.take(8)[::-1], torch.float64).item()),
    b"X": _push(lambda u: u.take(u.number(4)).decode()), b"U": _push(lambda u: u.take(u.number(1)).decode()),
    b"\x8c": _push(lambda u: u.take(u.number(1)).decode()),
    b"]": _push(lambda u: []), b"}": _push(lambda u: {}), b")": _push(lambda u: ()), b"\x8f": _push(lambda u: set()),
    b"t": _push(lambda u: tuple(u.pop_mark())), b"\x85": _tuple_of(1), b"\x86": _tuple_of(2), b"\x87": _tuple_of(3),
    b"a": lambda u: u.append([u.pop()]), b"e": lambda u: u.append(u.pop_mark()),
    b"s": _pair, b"u": lambda u: u.set_items(u.pop_mark()), b"c": _push(lambda u: u.find()),
    b"R": _push(lambda u: u.reduce()), b"Q": _push(lambda u: u.persistent()), b"b": lambda u: u.build(),
    b"q": lambda u: u.remember(u.number(1)), b"r": lambda u: u.remember(u.number(4)),
    b"h": _push(lambda u: u.recall(u.number(1))), b"j": _push(lambda u: u.recall(u.number(4))), b"0": lambda u: u.pop(),
    b"\x95": lambda u: u.take(8), b"\x94": lambda u: u.remember(len(u.memo)),
}

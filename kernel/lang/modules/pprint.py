"""Values printed so that they fit a width."""

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    """Prints a value."""
    PrettyPrinter(stream=stream, indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """The text that pprint prints."""
    return PrettyPrinter(indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """pprint with dicts in their own order."""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    """repr that survives values which hold themselves."""
    return PrettyPrinter()._repr(object, {}, 0)


def isreadable(object):
    """Could the text be read back?"""
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    """Does the value hold itself?"""
    return PrettyPrinter().isrecursive(object)


class _Key:
    """Orders what does not compare, by type and identity."""

    __slots__ = ("obj",)

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            return (str(type(self.obj)), id(self.obj)) < (str(type(other.obj)), id(other.obj))


def _pair_key(pair):
    return _Key(pair[0]), _Key(pair[1])


def _words(line):
    """A line in pieces that each end in blanks."""
    pieces, at = [], 0
    while at < len(line):
        end = at
        while end < len(line) and not line[end].isspace():
            end += 1
        while end < len(line) and line[end].isspace():
            end += 1
        pieces.append(line[at:end])
        at = end
    return pieces


class PrettyPrinter:
    """Prints values with these settings."""

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        indent, width = int(indent), int(width)
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._depth, self._per_level, self._width = depth, indent, width
        self._stream = stream
        self._compact, self._sort_dicts, self._underscores = bool(compact), sort_dicts, underscore_numbers

    def pprint(self, object):
        """Prints a value."""
        stream = self._stream
        if stream is None:
            import sys

            stream = sys.stdout
        stream.write(self.pformat(object) + "\n")

    def pformat(self, object):
        """The text."""
        self._out = []
        self._put(object, 0, 0, {}, 0)
        text, self._out = "".join(self._out), []
        return text

    def isrecursive(self, object):
        self._readable, self._recursive = True, False
        self._repr(object, {}, 0)
        return self._recursive

    def isreadable(self, object):
        self._readable, self._recursive = True, False
        self._repr(object, {}, 0)
        return self._readable and not self._recursive

    def format(self, object, context, maxlevels, level):
        """(text, readable, recursive) on one line; a subclass may change it."""
        self._readable, self._recursive = True, False
        return self._one_line(object, context, maxlevels, level), self._readable, self._recursive

    # --- several lines ----------------------------------------------------------------------------

    def _put(self, object, indent, allowance, context, level):
        key = id(object)
        if key in context:
            self._out.append(_recursion(object))
            return
        text = self._repr(object, context, level)
        if len(text) > self._width - indent - allowance:
            method = self._method(object)
            if method is not None:
                context[key] = 1
                method(self, object, indent, allowance, context, level + 1)
                del context[key]
                return
        self._out.append(text)

    def _method(self, object):
        cls = type(object)
        method = _DISPATCH.get(cls.__repr__)
        if method is not None:
            return method
        if hasattr(cls, "__dataclass_fields__") and getattr(cls.__repr__, "_of_fields", False):
            return PrettyPrinter._dataclass
        if cls.__name__ in _BY_NAME and cls.__module__ in ("collections", "types", "builtins"):
            return _BY_NAME[cls.__name__]
        return None

    def _dict(self, object, indent, allowance, context, level):
        self._out.append("{")
        if self._per_level > 1:
            self._out.append((self._per_level - 1) * " ")
        if object:
            items = sorted(object.items(), key=_pair_key) if self._sort_dicts else list(object.items())
            self._pairs(items, indent, allowance + 1, context, level)
        self._out.append("}")

    def _pairs(self, items, indent, allowance, context, level):
        indent += self._per_level
        for i, (key, value) in enumerate(items):
            text = self._repr(key, context, level)
            self._out.append((",\n" + " " * indent if i else "") + text + ": ")
            self._put(value, indent + len(text) + 2, allowance if i == len(items) - 1 else 1, context, level)

    def _attributes(self, items, indent, allowance, context, level):
        for i, (key, value) in enumerate(items):
            self._out.append((",\n" + " " * indent if i else "") + key + "=")
            if id(value) in context:
                self._out.append("...")
            else:
                self._put(value, indent + len(key) + 1, allowance if i == len(items) - 1 else 1, context, level)

    def _items(self, items, indent, allowance, context, level):
        out = self._out
        indent += self._per_level
        if self._per_level > 1:
            out.append((self._per_level - 1) * " ")
        new_line = ",\n" + " " * indent
        between = ""
        width = most = self._width - indent + 1
        for i, item in enumerate(items):
            last = i == len(items) - 1
            if last:
                most -= allowance
                width -= allowance
            if self._compact:
                text = self._repr(item, context, level)
                w = len(text) + 2
                if width < w:
                    width = most
                    if between:
                        between = new_line
                if width >= w:
                    width -= w
                    out.append(between + text)
                    between = ", "
                    continue
            out.append(between)
            between = new_line
            self._put(item, indent, allowance if last else 1, context, level)

    def _list(self, object, indent, allowance, context, level):
        self._out.append("[")
        self._items(object, indent, allowance + 1, context, level)
        self._out.append("]")

    def _tuple(self, object, indent, allowance, context, level):
        self._out.append("(")
        end = ",)" if len(object) == 1 else ")"
        self._items(object, indent, allowance + len(end), context, level)
        self._out.append(end)

    def _set(self, object, indent, allowance, context, level):
        if not object:
            self._out.append(repr(object))
            return
        cls = type(object)
        start, end = ("{", "}") if cls is set else (cls.__name__ + "({", "})")
        if cls is not set:
            indent += len(cls.__name__) + 1
        self._out.append(start)
        self._items(sorted(object, key=_Key), indent, allowance + len(end), context, level)
        self._out.append(end)

    def _str(self, object, indent, allowance, context, level):
        if not object:
            self._out.append(repr(object))
            return
        lines = object.splitlines(True)
        if level == 1:
            indent += 1
            allowance += 1
        most = self._width - indent
        chunks = []
        for i, line in enumerate(lines):
            last = i == len(lines) - 1
            text = repr(line)
            if len(text) <= most - (allowance if last else 0):
                chunks.append(text)
                continue
            words, current = _words(line), ""
            for j, word in enumerate(words):
                room = most - (allowance if last and j == len(words) - 1 else 0)
                if len(repr(current + word)) > room:
                    if current:
                        chunks.append(repr(current))
                    current = word
                else:
                    current += word
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            self._out.append(chunks[0])
            return
        text = ("\n" + " " * indent).join(chunks)
        self._out.append(f"({text})" if level == 1 else text)

    def _bytes(self, object, indent, allowance, context, level):
        if len(object) <= 4:
            self._out.append(repr(object))
            return
        parens = level == 1
        if parens:
            indent += 1
            allowance += 1
        lines, current, width = [], b"", self._width - indent
        last = len(object) // 4 * 4
        for i in range(0, len(object), 4):
            part = object[i:i + 4]
            if i == last:
                width -= allowance
            if len(repr(current + part)) > width:
                if current:
                    lines.append(repr(current))
                current = part
            else:
                current += part
        if current:
            lines.append(repr(current))
        text = ("\n" + " " * indent).join(lines)
        self._out.append(f"({text})" if parens else text)

    def _dataclass(self, object, indent, allowance, context, level):
        from dataclasses import fields

        name = object.__class__.__name__
        items = [(f.name, getattr(object, f.name)) for f in fields(object) if f.repr]
        self._out.append(name + "(")
        self._attributes(items, indent + len(name) + 1, allowance, context, level)
        self._out.append(")")

    def _namespace(self, object, indent, allowance, context, level):
        name = "namespace" if type(object).__name__ == "SimpleNamespace" else type(object).__name__
        self._out.append(name + "(")
        self._attributes(list(object.__dict__.items()), indent + len(name) + 1, allowance, context, level)
        self._out.append(")")

    def _ordered_dict(self, object, indent, allowance, context, level):
        if not object:
            self._out.append(repr(object))
            return
        name = type(object).__name__
        self._out.append(name + "(")
        self._put(list(object.items()), indent + len(name) + 1, allowance + 1, context, level)
        self._out.append(")")

    def _default_dict(self, object, indent, allowance, context, level):
        if not object:
            self._out.append(repr(object))
            return
        name = type(object).__name__
        indent += len(name) + 1
        factory = self._repr(object.default_factory, context, level)
        self._out.append(f"{name}({factory},\n{' ' * indent}")
        self._dict(object, indent, allowance + 1, context, level)
        self._out.append(")")

    def _counter(self, object, indent, allowance, context, level):
        if not object:
            self._out.append(repr(object))
            return
        name = type(object).__name__
        self._out.append(name + "({")
        if self._per_level > 1:
            self._out.append((self._per_level - 1) * " ")
        self._pairs(object.most_common(), indent + len(name) + 1, allowance + 2, context, level)
        self._out.append("})")

    def _deque(self, object, indent, allowance, context, level):
        name = type(object).__name__
        indent += len(name) + 1
        self._out.append(name + "([")
        if object.maxlen is None:
            self._items(object, indent, allowance + 2, context, level)
            self._out.append("])")
        else:
            self._items(object, indent, 2, context, level)
            self._out.append(f"],\n{' ' * indent}maxlen={self._repr(object.maxlen, context, level)})")

    def _mapping_proxy(self, object, indent, allowance, context, level):
        self._out.append("mappingproxy(")
        self._put(object.copy(), indent + 13, allowance + 1, context, level)
        self._out.append(")")

    def _chain_map(self, object, indent, allowance, context, level):
        name = type(object).__name__
        self._out.append(name + "(")
        indent += len(name) + 1
        for i, m in enumerate(object.maps):
            last = i == len(object.maps) - 1
            self._put(m, indent, allowance + 1 if last else 1, context, level)
            self._out.append(")" if last else ",\n" + " " * indent)

    def _wrapped(self, object, indent, allowance, context, level):
        self._put(object.data, indent, allowance, context, level - 1)

    # --- one line ---------------------------------------------------------------------------------

    def _repr(self, object, context, level):
        text, readable, recursive = self.format(object, context.copy(), self._depth, level)
        self._readable, self._recursive = readable, recursive
        return text

    def _one_line(self, object, context, depth, level):
        cls = type(object)
        if issubclass(cls, int) and cls.__repr__ is int.__repr__:
            return f"{object:_d}" if self._underscores else repr(object)
        shown = cls.__repr__
        if issubclass(cls, dict) and shown is dict.__repr__:
            start, end, kind = "{", "}", dict
        elif issubclass(cls, list) and shown is list.__repr__:
            start, end, kind = "[", "]", list
        elif issubclass(cls, tuple) and shown is tuple.__repr__:
            start, end, kind = "(", ",)" if len(object) == 1 else ")", tuple
        else:
            text = repr(object)
            if text.startswith("<"):
                self._readable = False
            return text
        if not object:
            return start + ")" if kind is tuple else start + end
        if depth and level >= depth:
            return start + "..." + end
        if id(object) in context:
            self._recursive = True
            return _recursion(object)
        context[id(object)] = 1
        if kind is dict:
            items = sorted(object.items(), key=_pair_key) if self._sort_dicts else object.items()
            parts = [f"{self._one(k, context, depth, level + 1)}: {self._one(v, context, depth, level + 1)}"
                     for k, v in items]
        else:
            parts = [self._one(item, context, depth, level + 1) for item in object]
        del context[id(object)]
        return start + ", ".join(parts) + end

    def _one(self, object, context, depth, level):
        """The one-line text of an inner value; what it says about reading back is remembered."""
        readable, recursive = self._readable, self._recursive
        text, a, b = self.format(object, context, depth, level)
        self._readable, self._recursive = readable and a, recursive or b
        return text


def _recursion(object):
    return f"<Recursion on {type(object).__name__} with id={id(object)}>"


_DISPATCH = {dict.__repr__: PrettyPrinter._dict, list.__repr__: PrettyPrinter._list,
             tuple.__repr__: PrettyPrinter._tuple, set.__repr__: PrettyPrinter._set,
             frozenset.__repr__: PrettyPrinter._set, str.__repr__: PrettyPrinter._str,
             bytes.__repr__: PrettyPrinter._bytes}
_BY_NAME = {"OrderedDict": PrettyPrinter._ordered_dict, "defaultdict": PrettyPrinter._default_dict,
            "Counter": PrettyPrinter._counter, "deque": PrettyPrinter._deque, "ChainMap": PrettyPrinter._chain_map,
            "mappingproxy": PrettyPrinter._mapping_proxy, "SimpleNamespace": PrettyPrinter._namespace,
            "UserDict": PrettyPrinter._wrapped, "UserList": PrettyPrinter._wrapped,
            "UserString": PrettyPrinter._wrapped}

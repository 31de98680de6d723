"""einops: rearrange, reduce, repeat, einsum, pack, unpack on tensors and arrays."""

import torch

__all__ = ["rearrange", "reduce", "repeat", "einsum", "pack", "unpack", "parse_shape", "asnumpy", "EinopsError"]
__version__ = "0.8.1"


class EinopsError(RuntimeError):
    """A pattern that cannot be, or does not fit the shape."""


_ELLIPSIS = "…"


class _Side:
    """One side of a pattern: a list of groups; each is a list of names and sizes 1 is an empty group."""

    def __init__(self, text):
        if "." in text:
            if "..." not in text:
                raise EinopsError("Expression may contain dots only inside ellipsis (...)")
            if text.count("...") != 1 or text.count(".") != 3:
                raise EinopsError("Expression may contain dots only inside ellipsis (...); only one ellipsis for tensor ")
            text = text.replace("...", _ELLIPSIS)
        self.groups = []
        self.names = []
        group = None
        for word in text.replace("(", " ( ").replace(")", " ) ").split():
            if word == "(":
                if group is not None:
                    raise EinopsError("Axis composition is one-level (brackets inside brackets not allowed)")
                group = []
            elif word == ")":
                if group is None:
                    raise EinopsError("Brackets are not balanced")
                self.groups.append(group)
                group = None
            else:
                self._add(word, group)
        if group is not None:
            raise EinopsError(f'Imbalanced parentheses in expression: "{text}"')

    def _add(self, word, group):
        if not (word == _ELLIPSIS or word == "_" or word.isidentifier() or word.isdigit()):
            raise EinopsError(f"Invalid axis identifier: {word}\nnot a valid python identifier")
        if word.isdigit() and word == "0":
            raise EinopsError("Anonymous axis should have positive length, not 0")
        if not word.isdigit() and word in self.names:
            raise EinopsError(f'Indexing expression contains duplicate dimension "{word}"')
        if word != "1":
            self.names.append(word)
        target = [] if word == "1" else [word]
        if group is None:
            self.groups.append(target)
        else:
            group += target


def _split(pattern):
    if pattern.count("->") != 1:
        found = len(pattern.split("->"))
        raise ValueError(f"not enough values to unpack (expected 2, got {found})" if found < 2 else
                         "too many values to unpack (expected 2)")
    left, right = pattern.split("->")
    return _Side(left), _Side(right)


def _tensor(x):
    """(tensor, how to give the result back) of a tensor, an array, or a list of them."""
    if isinstance(x, (list, tuple)):
        parts = [_tensor(v) for v in x]
        return torch.stack([p[0] for p in parts]), parts[0][1]
    if isinstance(x, torch.Tensor):
        return x, lambda t: t
    if hasattr(x, "__tensor__"):
        kind = type(x)
        return x.__tensor__(), kind
    return x, lambda t: t


def _sizes(side, shape, given, pattern, operation):
    """name → size of the left side; ellipsis → a tuple of sizes."""
    groups = side.groups
    rank = len(shape)
    dots = [i for i, g in enumerate(groups) if _ELLIPSIS in g]
    if dots:
        spare = rank - (len(groups) - 1)
        if spare < 0:
            raise EinopsError(f"Wrong shape: expected >={len(groups) - 1} dims. Received {rank}-dim tensor.")
        if len(groups[dots[0]]) != 1:
            raise EinopsError("Ellipsis inside parenthesis in the left side is not allowed")
    elif rank != len(groups):
        raise EinopsError(f"Wrong shape: expected {len(groups)} dims. Received {rank}-dim tensor.")
    found = dict(given)
    at = 0
    for group in groups:
        if group == [_ELLIPSIS]:
            found[_ELLIPSIS] = tuple(shape[at:at + spare])
            at += spare
            continue
        _solve(group, int(shape[at]), found, at)
        at += 1
    return found


def _solve(group, size, found, at):
    known, unknown = 1, None
    for name in group:
        if name.isdigit():
            known *= int(name)
        elif name in found:
            known *= found[name]
        elif unknown is not None:
            raise EinopsError(f"Could not infer sizes for {{{', '.join(repr(n) for n in group)}}}")
        else:
            unknown = name
    if unknown is None:
        if known != size:
            raise EinopsError(f"Shape mismatch, {size} != {known}")
        return
    if known == 0 or size % known:
        raise EinopsError(f"Shape mismatch, can't divide axis of length {size} in chunks of {known}")
    found[unknown] = size // known


def _product(sizes):
    n = 1
    for s in sizes:
        n *= s
    return n


def _flat_sizes(names, sizes):
    out = []
    for name in names:
        out += sizes[name] if name == _ELLIPSIS else [int(name) if name.isdigit() else sizes[name]]
    return out


def _apply(x, pattern, operation, given):
    tensor, back = _tensor(x)
    try:
        return back(_transform(tensor, pattern, operation, given))
    except EinopsError as error:
        kind = f'"{operation}"-reduction' if operation not in ("rearrange", "repeat") else f'"{operation}"-reduction'
        message = f' Error while processing {operation if operation in ("rearrange", "repeat") else operation}-reduction pattern "{pattern}".'
        shape = list(getattr(tensor, "shape", []))
        message += f"\n Input tensor shape: {torch.Size(shape)}. "
        message += f"Additional info: {given}." if given else "Additional info: {}."
        raise EinopsError(message + f"\n {error}") from None


def _check_pattern(pattern, operation, given):
    """EinopsError where the pattern is none, before there is a tensor."""
    left, right = _split(pattern)
    _check_names(left, right, operation, given)


def _transform(tensor, pattern, operation, given):
    left, right = _split(pattern)
    for name in given:
        if name not in left.names and not (operation == "repeat" and name in right.names):
            raise EinopsError(f"Axis {name} is not used in transform")
    _check_names(left, right, operation, given)
    sizes = _sizes(left, tensor.shape, {k: int(v) for k, v in given.items() if k in left.names}, pattern, operation)
    sizes.update({k: int(v) for k, v in given.items()})
    order = [n for g in left.groups for n in g]
    tensor = tensor.reshape(_flat_sizes(order, sizes))
    tensor, order = _reduce_missing(tensor, order, right, sizes, operation)
    if operation == "repeat":
        tensor, order, right = _add_missing(tensor, order, right, sizes)
    wanted = [n for g in right.groups for n in g]
    tensor = tensor.permute(_permutation(order, wanted, sizes))
    return tensor.reshape([_product(_flat_sizes(g, sizes)) for g in _expanded(right.groups, sizes)])


def _expanded(groups, sizes):
    """Groups with a lone ellipsis taken apart: its axes stay axes."""
    out = []
    for group in groups:
        if group == [_ELLIPSIS]:
            out += [[str(n)] for n in sizes[_ELLIPSIS]]
        else:
            out.append(group)
    return out


def _check_names(left, right, operation, given):
    a, b = {n for n in left.names if not n.isdigit()}, {n for n in right.names if not n.isdigit()}
    if operation == "rearrange":
        if any(n.isdigit() for n in left.names + right.names):
            raise EinopsError("Non-unitary anonymous axes are not supported in rearrange (exception is length 1)")
        if a != b:
            raise EinopsError(f"Identifiers only on one side of expression (should be on both): {a ^ b}")
    elif operation == "repeat":
        if a - b:
            raise EinopsError(f"Unexpected identifiers on the left side of repeat: {a - b}")
        missing = b - a - set(given)
        if missing:
            raise EinopsError(f"Specify sizes for new axes in repeat: {missing}")
    elif b - a:
        raise EinopsError(f"Unexpected identifiers on the right side of reduce {operation}: {b - a}")


_REDUCTIONS = {"sum": torch.sum, "mean": torch.mean, "max": torch.amax, "min": torch.amin}


def _reduce_missing(tensor, order, right, sizes, operation):
    gone = [n for n in order if n not in right.names or n.isdigit()]
    if operation in ("rearrange", "repeat") or not gone:
        return tensor, order
    axes, at = [], 0
    for name in order:
        count = len(sizes[name]) if name == _ELLIPSIS else 1
        if name in gone:
            axes += range(at, at + count)
        at += count
    if operation == "mean" and not (tensor.is_floating_point() or tensor.is_complex()):
        raise NotImplementedError("reduce_mean is not available for non-floating tensors")
    if callable(operation):
        tensor = operation(tensor, tuple(axes))
    elif operation in _REDUCTIONS:
        tensor = _REDUCTIONS[operation](tensor, tuple(axes))
    elif operation in ("prod", "any", "all"):
        for axis in reversed(axes):
            tensor = getattr(tensor, operation)(axis)
    else:
        raise EinopsError(f"Unknown reduction {operation}. Expect one of ('min', 'max', 'sum', 'mean', 'prod', 'any', 'all').")
    return tensor, [n for n in order if n not in gone]


def _add_missing(tensor, order, right, sizes):
    """New axes of repeat, at the end; numbers get names of their own."""
    order = list(order)
    groups = []
    for group in right.groups:
        named = []
        for name in group:
            if name.isdigit():
                fresh = f"_{len(order)}"
                sizes[fresh] = int(name)
                name = fresh
            if name not in order:
                tensor = tensor.unsqueeze(-1).expand(tuple(tensor.shape) + (sizes[name],))
                order.append(name)
            named.append(name)
        groups.append(named)
    side = _Side("")
    side.groups, side.names = groups, [n for g in groups for n in g]
    return tensor, order, side


def _permutation(order, wanted, sizes):
    places, at = {}, 0
    for name in order:
        count = len(sizes[name]) if name == _ELLIPSIS else 1
        places[name] = list(range(at, at + count))
        at += count
    return [i for name in wanted for i in places[name]]


def rearrange(tensor, pattern, **axes_lengths):
    """rearrange(x, "b t (h d) -> b h t d", h=4): moves, splits and joins axes."""
    return _apply(tensor, pattern, "rearrange", axes_lengths)


def reduce(tensor, pattern, reduction, **axes_lengths):
    """reduce(x, "b t d -> b d", "mean"): the axes that the right side lacks are reduced."""
    return _apply(tensor, pattern, reduction, axes_lengths)


def repeat(tensor, pattern, **axes_lengths):
    """repeat(x, "d -> b d", b=3): new axes on the right side are filled with copies."""
    return _apply(tensor, pattern, "repeat", axes_lengths)


def einsum(*tensors_and_pattern):
    """einsum(a, b, "b i k, b k j -> b i j"): torch.einsum with names of axes."""
    *tensors, pattern = tensors_and_pattern
    if not isinstance(pattern, str):
        raise ValueError("The last argument passed to `einops.einsum` must be a string, representing the einsum pattern.")
    if "->" not in pattern:
        raise ValueError("Einsum pattern must contain '->'.")
    letters = {}

    def short(text):
        out = ""
        for word in text.split():
            if word == "...":
                out += word
                continue
            if word.startswith("(") or word.endswith(")"):
                raise NotImplementedError("Shape rearrangement is not yet supported in einsum.")
            if word not in letters:
                letters[word] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"[len(letters)]
            out += letters[word]
        return out

    left, right = pattern.split("->")
    parts = left.split(",")
    if len(parts) != len(tensors):
        raise RuntimeError("einsum(): more operands were provided than specified in the equation" if len(tensors) > len(parts) else
                           "einsum(): fewer operands were provided than specified in the equation")
    compact = ",".join(short(p) for p in parts) + "->" + short(right)
    converted = [_tensor(t) for t in tensors]
    return converted[0][1](torch.einsum(compact, *[t for t, _ in converted]))


def _pack_pattern(pattern, operation):
    names = pattern.split()
    if names.count("*") != 1:
        raise EinopsError(f'No *-axis in {operation}(..., "{pattern}")' if "*" not in names else
                          f'Duplicates in axes names in {operation}(..., "{pattern}")')
    return names.index("*"), len(names) - names.index("*") - 1


def pack(tensors, pattern):
    """(packed, shapes): tensors that differ in the place of * become one."""
    before, after = _pack_pattern(pattern, "pack")
    flat, shapes = [], []
    for t in tensors:
        if t.dim() < before + after:
            raise EinopsError(f'packed tensor #{len(flat)} (enumeration starts with 0) has shape {t.shape}, '
                              f"while pattern {pattern} assumes at least {before + after} axes")
        end = t.dim() - after
        shapes.append(torch.Size(t.shape[before:end]))
        flat.append(t.reshape(tuple(t.shape[:before]) + (-1,) + tuple(t.shape[end:])))
    return torch.cat(flat, before), shapes


def unpack(tensor, packed_shapes, pattern):
    """The tensors that pack put together."""
    before, _ = _pack_pattern(pattern, "unpack")
    sizes = [_product(shape) for shape in packed_shapes]
    if -1 in [n for shape in packed_shapes for n in shape]:
        known = sum(s for s in sizes if s >= 0)
        sizes = [s if s >= 0 else tensor.shape[before] - known for s in sizes]
    parts = torch.split(tensor, sizes, before)
    return [p.reshape(tuple(tensor.shape[:before]) + tuple(shape) + tuple(tensor.shape[before + 1:]))
            for p, shape in zip(parts, packed_shapes)]


def parse_shape(x, pattern):
    """{"b": 2, "t": 5} of a tensor and names of its axes."""
    names = pattern.split()
    if len(names) != len(x.shape):
        raise RuntimeError(f"Can't parse shape with different number of dimensions: {pattern} {x.shape}")
    return {name: int(size) for name, size in zip(names, x.shape) if name != "_"}


def asnumpy(tensor):
    """The tensor as an array."""
    return tensor.detach().cpu().numpy()

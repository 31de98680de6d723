"""Which component wrote what into a residual stream? A dict of writes, sums, and a report."""
from collections import OrderedDict
from itertools import accumulate

class Stream:
    def __init__(self, width):
        self.width = width
        self.writes = OrderedDict()

    def write(self, name, vector):
        if len(vector) != self.width:
            raise ValueError(f"{name}: wanted {self.width} numbers, got {len(vector)}")
        if name in self.writes:
            raise KeyError(name)
        self.writes[name] = tuple(map(float, vector))
        return self

    def __getitem__(self, key):
        match key:
            case str():
                return self.writes[key]
            case slice(start=start, stop=stop, step=None):
                names = list(self.writes)
                first = names.index(start) if start else 0
                last = names.index(stop) if stop else len(names)
                return [sum(c) for c in zip(*(self.writes[n] for n in names[first:last]))]
            case int(i):
                return list(self.writes.values())[i]
            case _:
                raise TypeError(f"no index: {key!r}")

    def __contains__(self, name):
        return name in self.writes

    def share(self, direction):
        whole = sum(sum(a * b for a, b in zip(w, direction)) for w in self.writes.values())
        for name, w in self.writes.items():
            part = sum(a * b for a, b in zip(w, direction))
            yield name, part, part / whole

s = Stream(3)
s.write("embed", [1, 0, 0]).write("0.attn", [0.5, -1, 2]).write("0.mlp", (0, 0.25, 0)).write("1.attn", range(3))
for bad in (lambda: s.write("x", [1]), lambda: s.write("embed", [0] * 3), lambda: s["2.attn"], lambda: s[1.5],
            lambda: s["a":"b"], lambda: s[::2]):
    try:
        bad()
    except (ValueError, KeyError, TypeError) as error:
        print(type(error).__name__, "|", error)
print(s["embed"], s[-1], s[:], s["0.attn":], s[:"0.mlp"], s["0.attn":"1.attn"])
for name, part, share in s.share([1, 1, 1]):
    print(f"{name:<8}{part:+7.3f} {share:7.2%}")
running = accumulate(s.writes.values(), lambda a, b: tuple(x + y for x, y in zip(a, b)))
for name, v in zip(s.writes, running):
    print(name.ljust(8), v)
s.writes.move_to_end("embed")
print(list(s.writes), "embed" in s, "2.mlp" in s, s.writes.popitem(last=False))

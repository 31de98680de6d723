import operator
values = [1, 1.0, True, 2 ** 70, 1.5, float("inf"), "a", "b", b"a", [1], [1, 2], (1,), {1}, {1, 2}, frozenset([1]), {1: 2}, None, 1j, range(1), int, ..., bytearray(b"a"), {}.keys()]
for op in ("lt", "le", "eq", "ne"):
    f = getattr(operator, op)
    for a in values:
        cells = []
        for b in values:
            try: cells.append("FT"[f(a, b)])
            except TypeError: cells.append("!")
        print(op, f"{a!r:>25}", "".join(cells))
print([sorted([3, 1.5, True, 2 ** 65]), sorted(["b", "A", "a"]), sorted([(1, "b"), (1, "a"), (0, "z")]), sorted([[2], [1, 5], []]), max([1, 2.0, True]), min("b", "a"), sorted([b"b", b"a"])])
print(1 < 2 < 3, 1 < 3 > 2, 1 == 1.0 == True, 1 < 2 > 3, not 1 == 2, 1 != 2 != 1, "a" < "b" < "c", 1 in [1.0], None is None, [] is [], (1 < 2) == True, 1 < 2 == True)
calls = []
def v(x): calls.append(x); return x
print(v(1) < v(2) < v(3) < v(0) < v(9), calls)

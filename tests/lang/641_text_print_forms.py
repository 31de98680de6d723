print("a", "b", sep="", end="!\n")
print(1, 2.0, None, True, "x", b"y", [1, "z"], ("t",), {"k": 1}, sep=" | ")
print()
print("", end="")
print("no newline", end="")
print(" continued")
print(*"abc", sep="-")
print(*[], sep="-")
print("a\tb\\n", r"a\tb", "multi\nline")
print("x" * 3, "-" * 20, sep="\n")
print("sep", "is", "none", sep=None, end=None)
for bad in ({"sep": 1}, {"end": 2}, {"foo": 1}):
    try:
        print("a", **bad)
    except TypeError as e:
        print(e)
class A:
    def __str__(self):
        return "str"
    def __repr__(self):
        return "repr"
print(A(), [A()], {A(): A()} and {"a": A()}, (A(),), f"{A()} {A()!r}", str(A()), repr(A()), "%s %r" % (A(), A()))
class OnlyRepr:
    def __repr__(self):
        return "only"
print(OnlyRepr(), str(OnlyRepr()), f"{OnlyRepr()}", f"{OnlyRepr():>8}" if False else "-")
class Bad:
    def __str__(self):
        return 5
    def __repr__(self):
        return None
for f in (str, repr, "{}".format, "%s".__mod__, lambda x: f"{x}"):
    try:
        print(f(Bad()))
    except TypeError as e:
        print(e)
print(str(None), str(...), str(NotImplemented), repr(print)[:18], str(int), str(1e16), str(1e-5), str(-0.0), str(10 ** 20))
print([[]], [{}], [()], [None], [1.0], [[1, [2]]], {1: {2: 3}}, {(1, 2): [3]}, set(), frozenset([1]), {1})
a = [1]
a.append(a)
d = {}
d["self"] = d
print(a, d, str(a), f"{d}")

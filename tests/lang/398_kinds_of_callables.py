import types

for f in (len, str.join, "".join, [].append, dict.fromkeys, str.maketrans, str.__add__, "a".__add__, lambda: 0,
          print, max, type.mro, int.from_bytes, (5).bit_length):
    print(type(f).__name__, callable(f), isinstance(f, types.BuiltinFunctionType), isinstance(f, types.MethodType),
          isinstance(f, types.FunctionType))


class A:
    def m(self):
        return 1

    @classmethod
    def c(cls):
        return 2

    @staticmethod
    def s():
        return 3


print(type(A.m).__name__, type(A().m).__name__, type(A.c).__name__, type(A.s).__name__)
print(isinstance(str.join, types.MethodDescriptorType), isinstance(str.__add__, types.WrapperDescriptorType),
      isinstance("".__add__, types.MethodWrapperType))

# Attributes found through caches keep their meaning when the class changes.


class P:
    shared = "class"

    def __init__(self, v):
        self.v = v

    @property
    def twice(self):
        return self.v * 2


def read(p):
    return p.v, p.shared, p.twice


p, q = P(1), P(2)
print([read(x) for x in (p, q, p)])
p.shared = "own"
print([read(x) for x in (p, q, p)])
del p.shared
P.shared = "changed"
print([read(x) for x in (p, q)])
P.twice = property(lambda self: self.v * 3)
print([read(x) for x in (p, q)])
P.twice = 7
print([read(x) for x in (p, q)])
P.v = property(lambda self: "data descriptor first")
print([read(x) for x in (p, q)])
del P.v
print([read(x) for x in (p, q)])


class Slots:
    __slots__ = ("a", "b")

    def __init__(self, a):
        self.a = a


class More(Slots):
    def __init__(self, a):
        super().__init__(a)
        self.c = a


def total(s):
    return s.a + getattr(s, "b", 0)


for s in (Slots(1), More(2), Slots(3)):
    for _ in range(3):
        s.a += 1
        print(total(s), end=" ")
    s.b = 10
    print(total(s))
s = Slots(1)
try:
    print(s.b)
except AttributeError as e:
    print(e)
try:
    s.d = 1
except AttributeError as e:
    print(e)
del s.a
try:
    print(s.a)
except AttributeError as e:
    print(e)


class Base:
    def f(self, x=1, *, k=2):
        return ("Base", x, k)

    @classmethod
    def make(cls):
        return cls.__name__

    @property
    def prop(self):
        return "base prop"


class Derived(Base):
    def f(self, x=5, *, k=6):
        return super().f(x, k=k), super(Derived, self).f()

    @classmethod
    def make(cls):
        return super().make() + "!"

    @property
    def prop(self):
        return super().prop + "!"


class Again(Derived):
    pass


for d in (Derived(), Again()):
    print(d.f(), d.f(9), d.make(), d.prop)


class Guarded:
    @property
    def broken(self):
        raise AttributeError("inside")

    def __getattr__(self, name):
        return f"fallback {name}"


for _ in range(3):
    print(Guarded().broken)
ones = [t for t in zip([1, 2], [3, 4])]
pairs = list(enumerate("ab"))
kept = []
for pair in zip("ab", "cd"):
    kept.append(pair)
print(ones, pairs, kept)
for i, pair in enumerate(zip("ab", [1, 2])):
    kept.append((i, pair))
print(kept)
print(2 ** 64, -2 ** 100, 10 ** 20 + 1, 2 ** 128, (1 << 100) & 255, -(1 << 70) & 0xFF, (1 << 70) % 7, -(1 << 70) % 7, -(1 << 70) // 7,
      pow(3, 1000, 10 ** 9 + 7), pow(3, 5, 1), pow(2, 100, 2 ** 40), divmod(-(10 ** 20), 7), (10 ** 20) ^ 5, 5 & (1 << 80), 3 - (1 << 64))
print("añb€c😀"[::-1], "añb€c😀"[::-2], "añb"[::-1][::-1] == "añb")

import types
from types import SimpleNamespace, MappingProxyType, FunctionType, MethodType, GeneratorType, ModuleType, NoneType

ns = SimpleNamespace(a=1, b="x")
ns.c = [1]
print(ns, ns.a, ns == SimpleNamespace(a=1, b="x", c=[1]), vars(ns), hasattr(ns, "d"))
del ns.a
print(ns, SimpleNamespace(**{"k": 1}))
try:
    ns.zzz
except AttributeError as e:
    print(e)
m = MappingProxyType({"k": 1})
print(m, m["k"], len(m), list(m), m.get("z", 0), "k" in m, dict(m), m | {"z": 2})
try:
    m["k"] = 2
except TypeError as e:
    print(e)
print(isinstance(lambda: 0, FunctionType), isinstance("".join, types.BuiltinFunctionType) or True, isinstance((x for x in ""), GeneratorType), isinstance(types, ModuleType), isinstance(None, NoneType), type(len) is types.BuiltinFunctionType)


class C:
    def m(self):
        return "m"


def extra(self):
    return f"extra {type(self).__name__}"


c = C()
c.extra = MethodType(extra, c)
print(c.extra(), isinstance(c.m, MethodType), c.m.__func__ is C.m, c.m.__self__ is c)
Dyn = type("Dyn", (C,), {"v": 5, "hello": lambda self: "hello"})
print(Dyn().hello(), Dyn.v, Dyn().m(), Dyn.__name__, Dyn.__bases__)
D2 = types.new_class("D2", (C,), {}, lambda ns: ns.update(w=7))
print(D2.w, D2().m(), types.resolve_bases((C,)))
print(types.GenericAlias(list, (int,)), isinstance(list[int], types.GenericAlias), isinstance(int | str, types.UnionType))
mod = types.ModuleType("made", "doc")
mod.value = 3
print(mod.__name__, mod.value, mod.__doc__)
print(type(C.m).__name__, type(c.m).__name__, type(C).__name__, type(ns).__name__, type(m).__name__, type(...).__name__, type(NotImplemented).__name__)
nested = SimpleNamespace(x=SimpleNamespace(y=1), l=[SimpleNamespace(z=2)])
print(nested, nested.x.y)

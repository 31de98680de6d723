import inspect
from functools import partial, wraps
def f(a, b=2, /, c=3, *args, d, e=5, **kw) -> int: "doc"; return a
sig = inspect.signature(f); print(sig, list(sig.parameters), [str(p.kind) for p in sig.parameters.values()], [p.default is p.empty for p in sig.parameters.values()], sig.return_annotation, sig.parameters["b"].default)
b = sig.bind(1, 2, 3, 4, d=5, z=6); print(b.arguments, b.args, b.kwargs); b = sig.bind(1, d=0); b.apply_defaults(); print(b.arguments)
for bad in (lambda: sig.bind(), lambda: sig.bind(1), lambda: sig.bind(1, d=1, a=2) and 0, lambda: inspect.signature(lambda x: 0).bind(1, 2), lambda: inspect.signature(lambda x: 0).bind(y=1)):
    try: print(bad())
    except TypeError as e: print(e)
print(sig.bind_partial(1).arguments, sig.replace(return_annotation=str), inspect.signature(lambda *a, k=1: 0), inspect.signature(partial(f, 1, d=2)), inspect.signature(len), inspect.getdoc(f), inspect.isfunction(f), inspect.isfunction(len), inspect.ismethod("".join), inspect.isclass(int), inspect.isgeneratorfunction(lambda: (yield)), inspect.isbuiltin(len), inspect.ismodule(inspect))
class C:
    "class doc"
    def __init__(self, x: int, *, y="d"): ...
    def m(self, q): ...
    @classmethod
    def k(cls, v=None): ...
    @staticmethod
    def s(*a): ...
    def __call__(self, z): ...
print(inspect.signature(C), inspect.signature(C(1).m), inspect.signature(C.m), inspect.signature(C.k), inspect.signature(C.s), inspect.signature(C(1)), [n for n, v in inspect.getmembers(C, inspect.isfunction)], inspect.getmro(C), inspect.getdoc(C))
def logged(fn):
    sig = inspect.signature(fn)
    @wraps(fn)
    def w(*a, **k):
        b = sig.bind(*a, **k); b.apply_defaults()
        print(fn.__name__, ", ".join(f"{n}={v!r}" for n, v in b.arguments.items())); return fn(*a, **k)
    return w
@logged
def g(x, y=10, *rest, flag=False, **o): return x + y
print(g(1), g(1, 2, 3, flag=True, z=0), g.__wrapped__(5), inspect.signature(g))
def typed(fn):
    hints = {k: v for k, v in fn.__annotations__.items() if k != "return"}
    def w(*a, **k):
        for n, v in inspect.signature(fn).bind(*a, **k).arguments.items():
            if n in hints and not isinstance(v, hints[n]): raise TypeError(f"{fn.__name__}: {n} must be {hints[n].__name__}, got {type(v).__name__}")
        return fn(*a, **k)
    return w
@typed
def h(n: int, s: str = "x") -> str: return s * n
print(h(3))
for bad in (lambda: h("3"), lambda: h(1, 2), lambda: h(s="q")):
    try: bad()
    except TypeError as e: print(e)
print(f.__defaults__, f.__kwdefaults__, f.__code__.co_argcount, f.__code__.co_varnames[:7], f.__code__.co_posonlyargcount, f.__code__.co_kwonlyargcount, f.__code__.co_name, f.__annotations__, f.__qualname__, f.__module__); f.__defaults__ = (20, 30); f.attr = [1]; print(inspect.signature(f), f.attr, vars(f)); P = inspect.Parameter
print(inspect.Signature([P("a", P.POSITIONAL_ONLY), P("b", P.KEYWORD_ONLY, default=1)]), P("x", P.VAR_POSITIONAL), P("n", P.POSITIONAL_OR_KEYWORD, annotation=int, default=3), sig == inspect.signature(f.__wrapped__) if hasattr(f, "__wrapped__") else "plain")

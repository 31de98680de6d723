import inspect
from functools import wraps, partial


def f(a, b=2, *args, key: int = 3, **kwargs) -> str:
    """Summary line.

    Indented detail.
    """


class C:
    """Doc of C."""

    attr = 1

    def __init__(self, x):
        self.x = x

    def method(self, y=1):
        """Doc of method."""

    @classmethod
    def cm(cls):
        pass

    @staticmethod
    def sm(z):
        pass


sig = inspect.signature(f)
print(sig, list(sig.parameters), sig.return_annotation)
for p in sig.parameters.values():
    print(p.name, p.kind.name, p.default if p.default is not inspect.Parameter.empty else "-", p.annotation is inspect.Parameter.empty)
print(inspect.signature(C), inspect.signature(C(1).method), inspect.signature(C.method), inspect.signature(C.sm), inspect.signature(lambda x, /, y, *, z: 0))
print(inspect.getdoc(f), "|", inspect.getdoc(C.method), "|", inspect.cleandoc("  a\n     b"))
print(inspect.isfunction(f), inspect.isclass(C), inspect.ismethod(C(1).method), inspect.isbuiltin(len), inspect.ismodule(inspect), inspect.isgeneratorfunction(f), callable(C))
b = sig.bind(1, 5, 6, key=7, extra=8)
print(b.arguments, b.args, b.kwargs)
b2 = sig.bind(1)
b2.apply_defaults()
print(dict(b2.arguments))
for bad in (lambda: sig.bind(), lambda: inspect.signature(C).bind(1, 2), lambda: inspect.signature(5)):
    try:
        print(bad())
    except TypeError as e:
        print(e)


def deco(fn):
    @wraps(fn)
    def inner(*a, **k):
        return fn(*a, **k)

    return inner


@deco
def g(q, r=1):
    "g doc"


print(inspect.signature(g), g.__name__, inspect.unwrap(g) is g.__wrapped__, inspect.signature(partial(f, 1, key=9)))
spec = inspect.getfullargspec(f)
print(spec.args, spec.varargs, spec.varkw, spec.defaults, spec.kwonlyargs, spec.kwonlydefaults)
print([n for n, v in inspect.getmembers(C, inspect.isfunction)], [n for n, v in inspect.getmembers(C(1)) if not n.startswith("__")], inspect.getmro(C))


def gen():
    yield 1


print(inspect.isgeneratorfunction(gen), inspect.isgenerator(gen()), inspect.isabstract(C))


def call_with(fn, **available):
    wanted = inspect.signature(fn).parameters
    return fn(**{k: v for k, v in available.items() if k in wanted})


print(call_with(lambda lr, steps: (lr, steps), lr=0.1, steps=5, unused=1))

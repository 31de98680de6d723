"""Functions described by their signatures: dispatch by type, keyword routing, a small command line."""
import inspect
from collections import OrderedDict, UserDict
from functools import partial, singledispatch, singledispatchmethod, wraps
from typing import get_type_hints, Optional, Union

def trace_cache(layer: int, /, names: list[str], *extra: str, keep: bool = True, dtype: Optional[str] = None, **options: float) -> dict:
    """Caches activations."""

s = inspect.signature(trace_cache)
print(s)
for p in s.parameters.values():
    print(f"{p.name:<8}{p.kind.name:<22}{'' if p.default is p.empty else p.default!r:<6}{inspect.formatannotation(p.annotation)}")
print(get_type_hints(trace_cache))
for args, kwargs in [((1, ["a"]), {}), ((1, ["a"], "x", "y"), {"keep": False, "eps": 0.1}), ((), {"names": []}), ((1,), {"layer": 2, "names": []}),
                     ((1, []), {"names": []}), ((1,), {})]:
    try:
        bound = s.bind(*args, **kwargs)
        bound.apply_defaults()
        print(dict(bound.arguments), bound.args, bound.kwargs)
    except TypeError as error:
        print("TypeError:", error)

@singledispatch
def describe(x, depth=0):
    return f"{type(x).__name__}?"

@describe.register
def _(x: int | float, depth=0):
    return f"number {x:g}"

@describe.register(list)
@describe.register(tuple)
def _(x, depth=0):
    return f"{type(x).__name__} of {len(x)}: " + ", ".join(describe(v, depth + 1) for v in x)

@describe.register
def describe_dict(x: dict, depth=0):
    return "{" + "; ".join(f"{k}: {describe(v, depth + 1)}" for k, v in x.items()) + "}"

class Settings(UserDict):
    def __missing__(self, key):
        return f"<{key}>"

print(describe(True), describe([1, (2.5, "x")]), describe(OrderedDict(a=1, b=[])), describe(Settings()), sep=" | ")
print(describe.dispatch(bool) is describe.dispatch(int), describe.dispatch(OrderedDict) is describe_dict, sorted(t.__name__ for t in describe.registry))
settings = Settings(lr=0.1, **{"n": 2})
settings |= {"k": 3}
print(settings, settings["zzz"], settings.get("zzz"), "zzz" in settings, {**settings}, Settings.fromkeys("ab", 0), settings | {"lr": 1})

class Formatter:
    @singledispatchmethod
    def show(self, value):
        return repr(value)
    @show.register
    def _(self, value: str):
        return value.upper()
    @show.register(type(None))
    def _(self, value):
        return "-"

print([Formatter().show(v) for v in ("a", None, 3, b"x")])

COMMANDS = {}
def command(function):
    @wraps(function)
    def wrapper(**given):
        parameters = inspect.signature(function).parameters
        if unknown := given.keys() - parameters.keys():
            raise TypeError(f"{function.__name__}: unknown {sorted(unknown)}")
        hints = get_type_hints(function)
        return function(**{k: hints.get(k, str)(v) for k, v in given.items()})
    COMMANDS[function.__name__] = wrapper
    return wrapper

@command
def train(steps: int, lr: float = 0.1, name="run"):
    """Trains."""
    return f"{name}: {steps} steps at {lr}"

@command
def show(layer: int = 0):
    return f"layer {layer}"

for line in ("train steps=5", "train steps=10 lr=1e-3 name=x", "show", "show layer=-1", "show layer=x", "train", "show depth=1", "stop"):
    verb, *words = line.split()
    try:
        print(COMMANDS[verb](**dict(w.split("=") for w in words)))
    except (TypeError, ValueError, KeyError) as error:
        print(type(error).__name__, error)
print(inspect.signature(train), train.__doc__, train.__wrapped__.__defaults__, inspect.signature(partial(trace_cache, 1, keep=False)))

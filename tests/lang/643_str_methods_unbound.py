print(str.upper("abc"), str.join("-", "abc"), str.split("a b"), str.replace("aa", "a", "b"), list(map(str.strip, [" a ", "b "])), sorted(["b", "A", "c"], key=str.lower), list(filter(str.isdigit, "a1b2")))
print(max(["aa", "b"], key=len), min("hello", key=ord), sorted("hello world".split(), key=lambda w: (len(w), w)), sorted(["a10", "a9", "a1"]), sorted("bca", reverse=True))
up = "abc".upper
print(up(), [m() for m in ("x y".split, "z".title)], getattr("abc", "find")("c"), "abc".__class__.__name__, str.__name__, "a".__doc__ is None)
for call in (lambda: str.upper(5), lambda: str.upper(), lambda: str.join("a"), lambda: "abc".nope, lambda: "abc".upper(1), lambda: "a".split(1, 2, 3), lambda: str.lower(b"x"), lambda: "abc".x_y()):
    try:
        print(call())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
try:
    "abc".color = 1
except AttributeError as e:
    print(e)
print(hasattr("a", "upper"), hasattr("a", "push"), callable("a".upper), isinstance("a", (int, str)), issubclass(str, object), type("a") is str, str is type("a"))
print([m for m in dir(str) if not m.startswith("_")])
print([m for m in dir(bytes) if not m.startswith("_")] == sorted(set(dir(b"")) - {m for m in dir(b"") if m.startswith("_")}))
print([m for m in dir(bytearray) if not m.startswith("_") and m not in dir(bytes)])
from functools import reduce, partial
print(reduce(lambda a, b: a + b, "abc"), partial(str.replace, "a-b", "-")("+"), reduce(str.__add__, ["x", "y", "z"]))
import operator
print(operator.add("a", "b"), operator.mul("a", 3), operator.contains("abc", "b"), operator.methodcaller("upper")("q"), operator.itemgetter(1)("xyz"))

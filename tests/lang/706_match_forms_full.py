from dataclasses import dataclass
from enum import Enum
from collections import namedtuple, OrderedDict, deque, ChainMap
import re
class Color(Enum):
    RED = 1
    GREEN = 2
@dataclass
class Point:
    x: int
    y: int = 0
@dataclass
class Line:
    a: Point
    b: Point
class Three:
    __match_args__ = ("p", "q")
    def __init__(self, p, q, r): self.p, self.q, self.r = p, q, r
NT = namedtuple("NT", "u v")
LIMIT = 10
class K: CONST = 77
def f(v):
    match v:
        case None: return "none"
        case True | False: return f"bool {v}"
        case 0: return "zero"
        case -1: return "minus one"
        case 1.5 | 2.5: return "half"
        case 1+2j: return "complex"
        case "a" "b": return "ab"
        case b"x": return "bytes x"
        case K.CONST: return "const"
        case Color.RED: return "red"
        case Color(): return "other color " + v.name
        case int(n) if n > LIMIT: return f"big {n}"
        case int() as n: return f"int {n}"
        case float(f): return f"float {f}"
        case str(s) if len(s) > 5: return f"long {s}"
        case "x" | "y" as letter: return f"letter {letter}"
        case str(): return "str"
        case Point(0, 0): return "origin"
        case Point(x=0, y=yy): return f"on y {yy}"
        case Point(xx, 0): return f"on x {xx}"
        case Point() as p: return f"{p}"
        case Line(Point(x1, y1), Point(x2, y2)) if x1 == x2: return f"vertical {y1}..{y2}"
        case Line(a=Point(x=1)): return "line from x=1"
        case Line(): return "line"
        case Three(1, q=2): return "three 1 2"
        case Three(p, q, r=rr): return f"three {p}{q}{rr}"
        case NT(u, v2): return f"nt {u} {v2}"
        case []: return "empty seq"
        case [x]: return f"one {x}"
        case [1, 2, *rest]: return f"12 then {rest}"
        case [first, *_, last] if first == last: return f"same ends {first}"
        case (("cmd", arg) | ("command", arg)): return f"cmd {arg}"
        case [[a, b], [c, d]]: return f"matrix {a}{b}{c}{d}"
        case [int(a), str(b), {"k": [*_, z]}]: return f"nested {a}{b}{z}"
        case [*_, "end"]: return "ends"
        case [_, _, *mid, _]: return f"mid {mid}"
        case [_, _]: return "two"
        case {"type": "add", "args": [l, r]}: return f"add {l} {r}"
        case {"type": "neg", "arg": (int() | float()) as a}: return f"neg {a}"
        case {"name": str(name), **rest} if rest: return f"name {name} rest {rest}"
        case {"name": name}: return f"name {name}"
        case {1: _, 2: two}: return f"keys {two}"
        case {None: n}: return f"none key {n}"
        case {**kw} if kw: return f"kw {kw}"
        case {}: return "mapping"
        case set() | frozenset(): return "set"
        case type(): return "class " + v.__name__
        case re.Match(): return "re match"
        case BaseException(args=[msg, *_]): return f"exc {msg}"
        case _: return "other " + type(v).__name__
for v in [None, True, False, 0, -1, 1.5, 2.5, 1+2j, "ab", b"x", b"y", 77, Color.RED, Color.GREEN, 11, 5, 3.25, 1.0, 0.0, "abcdefg", "x", "zz", Point(0), Point(0, 4), Point(3), Point(2, 2), Line(Point(1, 2), Point(1, 5)), Line(Point(1), Point(2)), Line(Point(9), Point(2)), Three(1, 2, 3), Three(2, 2, 3), NT(1, 2), [], (), [4], (4,), [1, 2], [1, 2, 3, 4], [5, 6, 5], ("cmd", 1), ["command", 2], [[1, 2], [3, 4]], [1, "s", {"k": [7, 8]}], [7, 8, "end"], [1, 3, 4, 5], [8, 9], {"type": "add", "args": [1, 2]}, {"type": "neg", "arg": 2.0}, {"type": "neg", "arg": "z"}, {"name": "n", "z": 1}, {"name": "n"}, {1: 0, 2: "b", 3: 0}, {None: 1}, {}, OrderedDict(a=1), deque([1, 2]), range(3), range(0), {1}, frozenset(), int, re.match("a", "a"), ValueError("bad", 1), ValueError(), object(), bytearray(b"a"), lambda: 0, iter([])]:
    print(type(v).__name__, "->", f(v))
def soft(match, case):
    match = match + 1
    case = [match, case]
    match case:
        case [match, case]: return match, case
print(soft(1, 2))
_ = 5
match 3:
    case _: print("wild", _)
match 1, 2:
    case a, b: print(a, b)
match (1, 2),:
    case (a, b),: print(a, b)
match *[1, 2], 3:
    case 1, *r: print(r)
class Bad: __match_args__ = ["x"]
class Bad2: __match_args__ = (1,)
class NoArgs: pass
for cls, call in [(Bad, 0), (Bad2, 0), (NoArgs, 0)]:
    try:
        match cls():
            case Bad(x): print("bad")
            case Bad2(x): print("bad2")
            case NoArgs(x): print("noargs")
    except TypeError as e: print(e)
try:
    match 5:
        case int(a, b): pass
except TypeError as e: print(e)
try:
    match Point(1):
        case Point(1, x=1): print("dup")
except TypeError as e: print(e)
n = 5
try:
    match 1:
        case n(): pass
except TypeError as e: print(e)
def binds(v):
    match v:
        case [a, b] if a > b: r = "gt"
        case [a, 5]: r = "five"
        case x: r = "x"
    return r, {k: w for k, w in locals().items() if k in "abx"}
print(binds([1, 2]), binds([3, 2]), binds([1, 5]), binds(0))

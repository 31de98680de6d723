class P:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y): self.x, self.y = x, y
class Q(P): pass
def pt(p):
    match p:
        case P(0, 0): return 'origin'
        case P(0, y): return f'y {y}'
        case P(x, y=0): return f'x {x}'
        case P(x=a, y=b) if a == b: return f'diag {a}'
        case Q(x, y): return f'Q {x} {y}'
        case P(): return 'P'
        case [P(x=1), P(x=2), *r]: return f'list {len(r)}'
        case {'p': P(x, _)}: return f'dict p {x}'
        case P(x=P()): return 'nested'
for p in [P(0, 0), P(0, 1), P(3, 0), P(2, 2), Q(4, 5), P(4, 5), [P(1, 0), P(2, 0), 3], {'p': P(9, 8)}, 5]: print(pt(p))
class C:
    A = 1; B = 'x'
    class D: E = 2
def v(x):
    match x:
        case C.A: return 'A'
        case C.B: return 'B'
        case C.D.E: return 'E'
        case (C.A, y): return y
        case {'t': C.B, 'n': n}: return n
print([v(x) for x in [1, 'x', 2, (1, 5), {'t': 'x', 'n': 7}, 9]])
def d(x):
    match x:
        case {'type': 'circle', 'r': r}: return 3 * r
        case {'type': 'rect', 'w': w, 'h': h}: return w * h
        case {'type': t, **rest}: return t, rest
        case {1: a, None: b, -2.5: c}: return a, b, c
        case {'deep': {'er': [_, {'x': x}]}}: return x
        case {**kw}: return sorted(kw)
print([d(x) for x in [{'type': 'circle', 'r': 2}, {'type': 'rect', 'w': 2, 'h': 3}, {'type': 'q', 'z': 1}, {1: "a", None: "b", -2.5: "c", "extra": 0}, {'deep': {'er': [0, {'x': 'found'}]}}, {'a': 1, 'b': 2}, {}]])
for f in ('P(1,2,3)', 'int(1,2)'):
    try:
        match P(1, 2) if f[0] == 'P' else 5:
            case P(a, b, c): pass
            case int(a, b): pass
    except TypeError as e: print(e)
try:
    match 5:
        case len(): pass
except TypeError as e: print(e)
class BadArgs: __match_args__ = ['x']
class BadArgs2: __match_args__ = (1,)
class Dup: __match_args__ = ('x', 'x'); x = 1
for cls in (BadArgs, BadArgs2, Dup):
    try:
        match cls():
            case cls(a, b): pass
    except TypeError as e: print(e)
class NoAttr: __match_args__ = ('missing',)
match NoAttr():
    case NoAttr(x): print('no')
    case _: print('attribute missing: no match')
from dataclasses import dataclass
@dataclass
class Node: val: int; left: 'Node' = None; right: 'Node' = None
def depth(n):
    match n:
        case None: return 0
        case Node(_, None, None): return 1
        case Node(left=l, right=r): return 1 + max(depth(l), depth(r))
print(depth(Node(1, Node(2, Node(3)), Node(4))))
@dataclass
class Num: v: float
@dataclass
class Bin: op: str; l: object; r: object
def ev(e):
    match e:
        case Num(v): return v
        case Bin('+', l, r): return ev(l) + ev(r)
        case Bin('*', Num(0), _) | Bin('*', _, Num(0)): return 0
        case Bin('*', l, r): return ev(l) * ev(r)
        case Bin(op=op): raise ValueError(f'bad op {op}')
print(ev(Bin('+', Num(1), Bin('*', Num(2), Num(3)))), ev(Bin('*', Num(0), None)))
try: ev(Bin('?', 1, 2))
except ValueError as e: print(e)
from collections import namedtuple, OrderedDict, defaultdict
NT = namedtuple('NT', 'a b')
match NT(1, 2):
    case NT(a, b): print('nt', a, b)
match NT(1, 2):
    case (x, y): print('as seq', x, y)
match OrderedDict(a=1):
    case {'a': z}: print('od', z)
dd = defaultdict(list)
match dd:
    case {'missing': m}: print('no')
    case _: print('default factory not called', len(dd))
import enum
class Color(enum.Enum): RED = 1; BLUE = 2
match Color.RED:
    case Color.BLUE: print('blue')
    case Color.RED: print('red')
print([(lambda v: 'ok')(v) for v in [1]])

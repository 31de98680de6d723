class P:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return isinstance(o, P) and self.v == o.v
    def __hash__(self): return hash(self.v)
    def __lt__(self, o): return self.v < o.v
    def __repr__(self): return f'P{self.v}'
a, b, c = P(1), P(1), P(2)
print(a == b, a != b, a == c, a < c, c > a, a == 1, 1 == a, a != None, sorted([c, a]), max(a, c), min([c, a]), a in [b], [c, a].index(b), {a, b, c} == {a, c}, {a: 'x'}[b], len({a, b}))
for f in (lambda: a <= c, lambda: a >= c, lambda: a < 1):
    try: print(f())
    except (TypeError, AttributeError) as e: print(type(e).__name__, e)
class E:
    def __eq__(self, o): return True
for f in (lambda: hash(E()), lambda: {E()}, lambda: {E(): 1}, lambda: E() == 5, lambda: E() != 5, lambda: E.__hash__):
    try: print(f())
    except TypeError as e: print(type(e).__name__, e)
class EH(E): __hash__ = object.__hash__
print(len({EH()}))
class EE(E): pass
try: hash(EE())
except TypeError as e: print(e)
import functools
@functools.total_ordering
class T:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v
print(T(1) <= T(2), T(1) >= T(2), T(2) > T(1), T(1) != T(2), T(1) <= T(1))
class Odd:
    def __eq__(self, o): return 'eq'
    def __ne__(self, o): return 'ne'
    def __lt__(self, o): return []
    def __gt__(self, o): return 'gt'
    def __le__(self, o): return None
    def __ge__(self, o): raise ValueError('ge')
o = Odd()
print(o == 1, o != 1, o < 1, 1 > o, 1 < o, o <= 1, 1 == o, o in [1], [1] == [o], not (o == 1))
try: o >= 1
except ValueError as e: print(e)
class Refl:
    def __lt__(self, o): print('lt', type(o).__name__); return NotImplemented
    def __gt__(self, o): print('gt', type(o).__name__); return True
print(Refl() < Refl(), 1 < Refl(), Refl() > 1)
class Sub(Refl): pass
print(Refl() < Sub())
class BadHash:
    def __hash__(self): return 'x'
class BigHash:
    def __hash__(self): return 2**70 + 1
class NegHash:
    def __hash__(self): return -1
try: hash(BadHash())
except TypeError as e: print(e)
print(hash(BigHash()) == hash(2**70 + 1), hash(NegHash()), hash(P((1, 2))) == hash((1, 2)))
d = {P(i % 3): i for i in range(7)}; print(d)
class I(int):
    def __eq__(self, o): return False
    __hash__ = int.__hash__
print(I(1) == 1, 1 == I(1), I(1) in [1], I(1) != 1, {I(1): 'a'}.get(1))

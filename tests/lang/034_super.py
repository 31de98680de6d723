class A:
    x = 'Ax'
    def f(self): return 'A.f'
    @classmethod
    def c(cls): return 'A.c ' + cls.__name__
    @staticmethod
    def s(): return 'A.s'
    @property
    def p(self): return 'A.p'
class B(A):
    x = 'Bx'
    def f(self): return 'B>' + super().f()
    @classmethod
    def c(cls): return 'B>' + super().c()
    @staticmethod
    def s(): return 'B>' + super(B, B).s()
    @property
    def p(self): return 'B>' + super().p
    def attrs(self): return super().x, self.x, super(B, self).x
    def nested(self):
        def inner(): return super(B, self).f()
        return inner(), [super(B, self).f() for _ in range(1)], (lambda: super(B, self).f())()
    def closure(self):
        s = super()
        return s.f(), s.x, [m() for m in [super().f]]
b = B()
print(b.f(), b.c(), B.c(), b.s(), b.p, b.attrs(), b.nested(), b.closure())
class C(B):
    def f(self): return super(B, self).f()
    def __init__(self): super().__setattr__('z', 1)
    def __getattribute__(self, n): return super().__getattribute__(n)
    def __repr__(self): return 'C:' + super().__repr__()[:3]
print(C().f(), C().z, repr(C()))
class L(list):
    def append(self, x): super().append(x); super().append(x)
    def __getitem__(self, i): return super().__getitem__(i) if not isinstance(i, slice) else 'slice'
    def __len__(self): return super().__len__() + 100
    def __contains__(self, x): return not super().__contains__(x)
    def __eq__(self, o): return super().__eq__(o)
    def __add__(self, o): return L(super().__add__(o))
    def __iter__(self): return (x * 2 for x in super().__iter__())
l = L(); l.append(1); print(len(l), l[0], l[0:1], 1 in l, l == [1, 1], l + [2], list(l))
class D(dict):
    def __setitem__(self, k, v): super().__setitem__(k, v + 1)
    def get(self, k, d=None): return ('got', super().get(k, d))
d = D(); d['a'] = 1; print(d, d.get('a'), d.get('z', 9)); d.update(b=1); print(d)
for f in (lambda: super(), lambda: super(A), lambda: super(A, 5), lambda: super(5, A()), lambda: super(B, A()), lambda: super(A, b).nope, lambda: super(B, b).nope, lambda: super(B, b).f.nope):
    try: print(type(f()).__name__)
    except (TypeError, RuntimeError, AttributeError) as e: print(type(e).__name__, e)
class Multi1:
    def go(self): return ['M1']
class Multi2:
    def go(self): return ['M2']
class Both(Multi1, Multi2):
    def go(self): return super().go() + super(Multi1, self).go()
print(Both().go(), super(Both, Both()).go.__self__.__class__.__name__, super(B, b).__self_class__.__name__, super(B, b).__thisclass__.__name__)
def outside(self): return super(B, self).f()
B.out = outside
print(b.out())
class Deleted:
    def f(self):
        del self
        return super().f()
try: Deleted().f()
except RuntimeError as e: print(e)

class A:
    n = 0
    @classmethod
    def make(cls, *a): cls.n += 1; return cls, a
    @staticmethod
    def st(*a, **k): return a, k
    @classmethod
    def name(cls): return cls.__name__
    def inst(self): return self.make()[0].__name__, self.st(1)
class B(A): pass
print(A.make(1)[0] is A, B.make(2)[0] is B, B().make()[0] is B, A.n, B.n, A.st(1, k=2), A().st(3), B.name(), A.name(), B().inst())
print(type(A.__dict__['make']).__name__, type(A.__dict__['st']).__name__, type(A.make).__name__, type(A.st).__name__, A.make.__func__.__name__, A.make.__self__ is A, A.st.__name__)
class Date:
    def __init__(self, y, m): self.y, self.m = y, m
    @classmethod
    def parse(cls, s): return cls(*map(int, s.split('-')))
    @staticmethod
    def valid(s): return s.count('-') == 1
    def __repr__(self): return f'{type(self).__name__}({self.y}, {self.m})'
class Sub(Date): pass
print(Date.parse('2020-1'), Sub.parse('2021-2'), Date.valid('a-b'), Sub(1, 2).valid('x'))
def free(x): return ('free', x)
A.attached = free
A.attached_static = staticmethod(free)
A.attached_class = classmethod(free)
a = A()
print(a.attached() == ('free', a), a.attached_static(1), a.attached_class() == ('free', A), A.attached(5), staticmethod(free)(3))
class S:
    @staticmethod
    def helper(x): return x * 2
    val = helper(4)
    @classmethod
    def chain(cls): return cls.helper(cls.val)
print(S.val, S.chain())
class P:
    @classmethod
    def over(cls): return 'P'
class Q(P):
    @classmethod
    def over(cls): return 'Q' + super().over()
    @staticmethod
    def st(): return super(Q, Q).over()
print(Q.over(), Q().over(), Q.st())
class NewClass:
    def __new__(cls, *a): return super().__new__(cls)
    def __init_subclass__(cls, **k): cls.registered = True
    def __class_getitem__(cls, k): return (cls.__name__, k)
class Child(NewClass): pass
print(Child.registered, NewClass[int], Child['a'], hasattr(NewClass, 'registered'))
for f in (lambda: A.inst(), lambda: A.make.nope, lambda: classmethod(5).__func__, lambda: Date.parse(5), lambda: Date.parse('1'), lambda: A.name(1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)

print(type(1), type('a'), type(None), type([]), type(type), type(print), type(lambda: 1), type(...), type(object()), type(int), type(ValueError()), type(type(1)))
T = type('T', (), {'x': 5, 'g': lambda self: self.x})
print(T().g(), T.__name__, T.__module__, T.__qualname__, T.__bases__, T.__dict__['x'], T)
class A:
    def hi(self): return 'hi ' + type(self).__name__
B = type('B', (A,), dict(y=1)); print(B().hi(), B.y, issubclass(B, A), B.__mro__[1] is A)
def init(self, v): self.v = v
C = type('C', (A,), {'__init__': init, '__repr__': lambda s: f'C<{s.v}>', '__slots__': ('v',), '__doc__': 'made'})
print(C(3), C.__doc__, C(4).hi())
print(type(B)('D', (B,), {})().hi(), isinstance(B, type), isinstance(A(), A), type(A()) is A, type(A()) == A, A.__class__, A().__class__ is A)
for f in (lambda: type(), lambda: type(1, 2), lambda: type('X', (), {}, 1), lambda: type(1, (), {}), lambda: type('X', [], {}), lambda: type('X', (), []), lambda: type('X', (1,), {}), lambda: type('X', (None,), {})):
    try: print(f())
    except TypeError as e: print(e)
a = A(); a.__class__ = B; print(a.hi(), type(a).__name__)
try: a.__class__ = int
except TypeError as e: print(e)
try: a.__class__ = 5
except TypeError as e: print(e)
A.__name__ = 'Renamed'; print(A.__name__, A.__qualname__, A().hi(), A)
try: A.__name__ = 5
except TypeError as e: print(e)
try: int.foo = 1
except TypeError as e: print(e)
A.new = lambda self: 'new'; print(a.new(), B().new()); del A.new; print(hasattr(a, 'new'))
print(type.__call__(list, 'ab'), list.__call__('ab'), type.__mro__, type.__base__, object.__base__, object.__mro__, isinstance(object, type), isinstance(type, object), issubclass(type, object), type(object))
print(int.__name__, int.__qualname__, int.__module__, int.__bases__, bool.__bases__, list.__mro__, ValueError.__mro__)
print([c.__name__ for c in (int, float, complex, str, bytes, bytearray, list, tuple, dict, set, frozenset, range, slice, type, object, bool, property, classmethod, staticmethod, super, enumerate, zip, map, filter, reversed)])
print(A.__subclasses__() == [B] + [x for x in A.__subclasses__() if x is not B] or sorted(c.__name__ for c in A.__subclasses__()))

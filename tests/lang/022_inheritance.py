class Animal:
    sound = '...'
    def __init__(self, name): self.name = name
    def speak(self): return f'{self.name} says {self.sound}'
class Dog(Animal): sound = 'woof'
class Puppy(Dog):
    def speak(self): return super().speak() + '!'
class Cat(Animal):
    def __init__(self, name, lives=9): super().__init__(name); self.lives = lives
print([x.speak() for x in (Animal('a'), Dog('d'), Puppy('p'), Cat('c'))], Cat('z').lives)
class A:
    def f(self): return ['A']
class B1(A):
    def f(self): return ['B1'] + super().f()
class B2(A):
    def f(self): return ['B2'] + super().f()
class Z(B1, B2):
    def f(self): return ['Z'] + super().f()
print(Z().f(), [k.__name__ for k in Z.__mro__], Z.mro() == list(Z.__mro__), Z.__base__.__name__)
print(super(B1, Z()).f(), super(Z, Z()).f(), B2.f(Z()), isinstance(Z(), (B2, int)), issubclass(Z, (str, A)))
class X:
    def __init__(self): print('X'); super().__init__()
class Y:
    def __init__(self): print('Y'); super().__init__()
class W(X, Y):
    def __init__(self): print('W'); super().__init__()
W()
for bases in ((A, B1), (A, A), (bool,), (5,), (lambda: 1,), (type(None),), (range,), (slice,), (int, str), (list, dict)):
    try: print(type('T', bases, {}).__mro__)
    except TypeError as e: print(e)
class Mixin:
    def to_s(self): return f'<{type(self).__name__} {sorted(vars(self).items())}>'
class P(Mixin):
    def __init__(self, **k): self.__dict__.update(k)
print(P(a=1, b=2).to_s())
class Base:
    def template(self): return self.step1() + self.step2()
    def step1(self): return 'base1 '
    def step2(self): raise NotImplementedError('step2')
class Impl(Base):
    def step2(self): return 'impl2'
print(Impl().template())
try: Base().template()
except NotImplementedError as e: print(repr(e))
class Diamond:
    def __init__(self, **kw): print('Diamond', kw)
class L(Diamond):
    def __init__(self, l=0, **kw): print('L', l); super().__init__(**kw)
class R(Diamond):
    def __init__(self, r=0, **kw): print('R', r); super().__init__(**kw)
class D(L, R):
    def __init__(self, **kw): super().__init__(**kw)
D(l=1, r=2)
class S(str):
    def shout(self): return self.upper() + '!'
print(S('hi').shout(), S('a') + 'b', type(S('a') + 'b').__name__, isinstance(S('x'), str), S('x') == 'x', len(S('abc')), S('q')[0])

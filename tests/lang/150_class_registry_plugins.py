class Registry(type):
    items = {}
    def __new__(m, name, bases, ns, key=None):
        cls = super().__new__(m, name, bases, ns)
        if key: m.items[key] = cls
        return cls
    def __init__(cls, name, bases, ns, key=None): super().__init__(name, bases, ns)
class Shape(metaclass=Registry):
    def __init__(self, **k): self.__dict__.update(k)
    @classmethod
    def build(cls, spec): kind, *args = spec.split(); return Registry.items[kind](**{k: float(v) for k, v in (a.split('=') for a in args)})
    def __repr__(self): return f'{type(self).__name__}({", ".join(f"{k}={v}" for k, v in sorted(vars(self).items()))})'
class Circle(Shape, key='circle'):
    @property
    def area(self): return round(3.14159 * self.r ** 2, 3)
class Rect(Shape, key='rect'):
    @property
    def area(self): return self.w * self.h
for s in ('circle r=2', 'rect w=3 h=4', 'hex s=1', 'rect w=x', 'circle'):
    try: o = Shape.build(s); print(o, o.area)
    except (KeyError, ValueError, AttributeError) as e: print(type(e).__name__, e)
handlers = {}
def handles(*types):
    def deco(f):
        for t in types: handlers[t] = f
        return f
    return deco
@handles(int, float)
def number(v): return f'number {v}'
@handles(str)
def text(v): return f'text {v!r}'
@handles(list, tuple)
def seq(v): return [dispatch(x) for x in v]
def dispatch(v):
    for t in type(v).__mro__:
        if t in handlers: return handlers[t](v)
    raise TypeError(f'no handler for {type(v).__name__}')
print(dispatch([1, 'a', (2.5, True)]))
try: dispatch({})
except TypeError as e: print(e)
class Visitor:
    def visit(self, n): return getattr(self, f'visit_{type(n).__name__}', self.generic)(n)
    def generic(self, n): return f'?{type(n).__name__}'
class Show(Visitor):
    def visit_int(self, n): return str(n)
    def visit_list(self, n): return '[' + ' '.join(map(self.visit, n)) + ']'
print(Show().visit([1, [2, 'x'], None]))
class Chain:
    def __init__(self, path=''): self._p = path
    def __getattr__(self, n): return Chain(f'{self._p}/{n}')
    def __call__(self, **k): return self._p + ('?' + '&'.join(f'{a}={b}' for a, b in k.items()) if k else '')
    def __getitem__(self, k): return Chain(f'{self._p}/{k}')
print(Chain().users[5].posts(page=2, n=10), Chain('x').a.b())

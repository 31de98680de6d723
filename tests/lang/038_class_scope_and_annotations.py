x = 'module'
class A:
    x = 'class'
    y = x
    def m(self): return x
    z = [i for i in (x, 'q')]
    def f(self, d=x): return d
    lam = lambda self: x
print(A.y, A().m(), A.z, A().f(), A().lam())
class V:
    a: int = 1
    b: 'str'
    c: list[int] = []
    def f(self, p: int, *q: str, r: float = 1.0, **s: dict) -> 'bool': ...
    d: int | None = None
print(V.__annotations__, V.a, hasattr(V, 'b'), V.f.__annotations__)
n: int = 5
m: str
print(__annotations__, n)
class W(V): e: bytes = b''
print(W.__annotations__, W.a)
class E: pass
print(E.__annotations__ if hasattr(E, '__annotations__') else 'none')
def f(a: 'undefined thing', b: 1 + 1 = 3) -> None: local: int = 4; return a, b, local
print(f(1), f.__annotations__)
class Dyn:
    for i in range(3): locals()[f'attr{i}'] = i * 10
    if x == 'module': cond = True
    try: 1 / 0
    except ZeroDivisionError as exc: err = str(exc)
    with open('/dev/null') if False else __import__('contextlib').nullcontext(5) as ctx: pass
    def gen(): yield 1
    vals = list(gen())
    del gen
print(Dyn.attr2, Dyn.cond, Dyn.err, Dyn.ctx, Dyn.vals, hasattr(Dyn, 'gen'), hasattr(Dyn, 'exc'))
def outer():
    v = 'free'
    class In:
        w = v
        def get(self): return v
        v2 = [v for _ in range(1)]
    return In
print(outer().w, outer()().get(), outer().v2, outer().__qualname__)
class Shadow:
    int = lambda s: 'my int'
    str = str
    def conv(self): return int('5'), self.int()
print(Shadow().conv(), Shadow.str(3))
class G:
    global gx
    gx = 'set in class'
print(gx, hasattr(G, 'gx'))
o = E(); o.attr: int = 3
d = {}; d['k']: str = 'v'
print(o.attr, d)
class Nested:
    class A: val = 1
    class B(A): val2 = A.val + 1 if False else 2
    def get(self): return self.A.val, Nested.B.val2, Nested.B.val
print(Nested().get())
print([c.__name__ for c in (type('X', (), {}), type('Y', (E,), {'k': 1}))], A.__dict__.get('x'), '__init__' in A.__dict__, '__doc__' in A.__dict__)

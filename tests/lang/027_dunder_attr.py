class L:
    def __getattr__(self, n):
        if n.startswith('bad'): raise AttributeError('custom ' + n)
        return n * 2
l = L(); l.real = 1
print(l.foo, l.real, hasattr(l, 'bad'), getattr(l, 'bad1', 'def'), getattr(l, 'ok', 'def'))
try: l.bad2
except AttributeError as e: print(e)
class RO:
    def __setattr__(self, n, v):
        print('set', n, v)
        if n.startswith('_'): super().__setattr__(n, v)
        else: raise AttributeError(f'no {n}')
    def __delattr__(self, n): print('del', n); super().__delattr__(n)
    def __getattribute__(self, n):
        if n == 'secret': return 42
        return super().__getattribute__(n)
r = RO(); r._x = 1; print(r._x, r.secret, r.__dict__)
for f in (lambda: setattr(r, 'x', 1), lambda: r.nope, lambda: delattr(r, '_x'), lambda: delattr(r, '_x')):
    try: f()
    except AttributeError as e: print('AE', e)
class Proxy:
    def __init__(self, o): object.__setattr__(self, '_o', o)
    def __getattr__(self, n): return getattr(object.__getattribute__(self, '_o'), n)
    def __setattr__(self, n, v): setattr(self._o, n, v)
    def __delattr__(self, n): delattr(self._o, n)
    def __dir__(self): return ['z', 'a', 'm']
class T: pass
t = T(); p = Proxy(t); p.v = 1; print(t.v, p.v); del p.v; print(hasattr(t, 'v'), dir(p))
class Dual:
    def __getattribute__(self, n):
        if n == 'x': raise AttributeError('from getattribute')
        return object.__getattribute__(self, n)
    def __getattr__(self, n): return f'fallback {n}'
print(Dual().x, Dual().y)
class Counter:
    def __init__(self): self.__dict__['hits'] = 0
    def __setattr__(self, n, v): self.__dict__['hits'] += 1; self.__dict__[n] = v
c = Counter(); c.a = c.b = 2; print(c.hits, c.__dict__)
class Slots2:
    def __getattr__(self, n): return 'ga'
    x = property(lambda self: self.missing_inside)
print(Slots2().x)
class Raises:
    @property
    def p(self): raise AttributeError('inner')
    def __getattr__(self, n): return f'via getattr {n}'
print(Raises().p)
class Mangle:
    __priv = 1
    def __init__(self): self.__x = 2
    def get(self): return self.__x, self.__priv, self.__class__.__name__
    def __m(self): return 'm'
    def call(self): return self.__m()
    class Inner:
        def f(self): return self.__y if hasattr(self, '_Inner__y') else 'none'
m = Mangle(); print(m.get(), m.call(), sorted(m.__dict__), Mangle.Inner().f(), m._Mangle__x)
try: m.__x
except AttributeError as e: print(e)
class Sub(Mangle):
    def sub(self): return self.__x
try: Sub().sub()
except AttributeError as e: print(e)
print(getattr(5, 'real'), getattr(m, 'get')()[0], setattr(m, 'dyn', 3), m.dyn, delattr(m, 'dyn'), hasattr(m, 'dyn'))

class C:
    def __init__(self): self.d = {}
    def __getitem__(self, k): print('get', k); return self.d[k]
    def __setitem__(self, k, v): print('set', k, v); self.d[k if not isinstance(k, slice) else 'slice'] = v
    def __delitem__(self, k): print('del', k); del self.d[k]
    def __contains__(self, k): print('in', k); return k in self.d
    def __len__(self): return len(self.d)
    def __iter__(self): return iter(self.d)
    def __reversed__(self): return iter(list(self.d)[::-1])
    def __missing__(self, k): return 'never'
c = C()
c['a'] = 1; c[1, 2] = 3; c[1:2] = 'sl'; c[...] = 'e'; c[::] = 0; c[None, 5] = 5
print(c['a'], c[1, 2], 'a' in c, 'z' not in c, len(c), bool(c)); del c['a']
try: c['nope']
except KeyError as e: print('KeyError', e)
c[1, 2] += 10; print(c.d[1, 2])
print(len(list(c)), len(list(reversed(c))))
class Sl:
    def __getitem__(self, i): return i
s = Sl()
print(s[1:2], s[::2], s[:], s[1:2, 3], s[...], s['a':'b'], s[(1, 2)], s[1,], s[-1], s[()], s[None], s[s[0]:])
class Seq:
    def __getitem__(self, i):
        if i >= 3: raise IndexError
        return i * 10
q = Seq()
print(list(q), 10 in q, 11 in q, sum(q), [*q], max(q), dict(enumerate(q)), sorted(q, reverse=True), list(zip(q, 'abc')), tuple(map(str, q)))
a, b, d = q; print(a, b, d)
try: len(q)
except TypeError as e: print(e)
try: reversed(q)
except TypeError as e: print(e)
class Lazy(dict):
    def __missing__(self, k): self[k] = k * 2; return self[k]
l = Lazy(a=1); print(l['b'], l, l.get('zz'), 'q' in l)
class LI:
    def __len__(self): return 2
    def __getitem__(self, i): return 'xy'[i]
print(list(reversed(LI())), list(LI()))
class NoIter:
    __iter__ = None
    def __getitem__(self, i): return i
class NoIn:
    __contains__ = None
    def __iter__(self): return iter([1])
for f in (lambda: iter(NoIter()), lambda: 1 in NoIn(), lambda: C()[0], lambda: [][Sl()], lambda: len(BadLen()), lambda: bool(BadLen()), lambda: len(BadLen2()), lambda: 1 in 5, lambda: for_()):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class BadLen:
    def __len__(self): return -1
class BadLen2:
    def __len__(self): return 2.5
for f in (lambda: len(BadLen()), lambda: bool(BadLen()), lambda: len(BadLen2()), lambda: list(BadLen())):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class Grid:
    def __init__(self): self.c = {}
    def __getitem__(self, rc): r, c = rc; return self.c.get((r, c), '.')
    def __setitem__(self, rc, v): self.c[rc] = v
g = Grid(); g[0, 1] = '#'; g[1, 0] = '@'
print('\n'.join(''.join(g[r, c] for c in range(2)) for r in range(2)))

# iteration protocol & containers by dunder
class Seq:
    def __init__(self, n): self.n = n
    def __getitem__(self, i):
        if isinstance(i, slice): return ('slice', i.start, i.stop, i.step)
        if i >= self.n: raise IndexError('done')
        return i * 10
s = Seq(3)
print(list(s), 10 in s, 11 in s, tuple(s), sum(s), max(s), sorted(s, reverse=True), s[1:2], [*s], dict(enumerate(s)), list(zip(s, 'abc')))
a, b, c = s; print(a, b, c)
class Len(Seq):
    def __len__(self): return self.n
print(list(reversed(Len(3))), bool(Len(0)), len(Len(4)))
class R:
    def __reversed__(self): return iter('zyx')
print(list(reversed(R())))
class NI:
    __iter__ = None
try: iter(NI())
except TypeError as e: print(e)
try: 1 in NI()
except TypeError as e: print(e)
class NC:
    __contains__ = None
    def __iter__(self): return iter([1])
try: 1 in NC()
except TypeError as e: print(e)
class BadIter:
    def __iter__(self): return 5
try: list(BadIter())
except TypeError as e: print(e)
class BadLen:
    def __len__(self): return -1
try: len(BadLen())
except ValueError as e: print(e)
class BadLen2:
    def __len__(self): return 'x'
try: len(BadLen2())
except TypeError as e: print(e)
class BadBool:
    def __bool__(self): return 5
try: bool(BadBool())
except TypeError as e: print(e)
class BadStr:
    def __str__(self): return 5
    def __repr__(self): return None
for f in (str, repr, print, lambda x: f'{x}', lambda x: '%s' % x, lambda x: '{}'.format(x)):
    try: f(BadStr())
    except TypeError as e: print(e)
class BadHash:
    def __hash__(self): return 'x'
try: hash(BadHash())
except TypeError as e: print(e)
class BadIndex:
    def __index__(self): return 1.5
try: [1][BadIndex()]
except TypeError as e: print(e)
class BadInt:
    def __int__(self): return 'x'
    def __float__(self): return 'y'
    def __complex__(self): return 1
for f in (int, float, complex):
    try: f(BadInt())
    except TypeError as e: print(e)
class BadFmt:
    def __format__(self, s): return 5
try: format(BadFmt())
except TypeError as e: print(e)
class BadInit:
    def __init__(self): return 5
try: BadInit()
except TypeError as e: print(e)
class BadNew:
    def __new__(cls): return 5
print(BadNew())
class Meta2(type): pass
try:
    class X(metaclass=lambda *a: 42): pass
    print(X)
except TypeError as e: print(e)
class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self):
        while self.n > 0:
            yield self.n
            self.n -= 1
print(list(Countdown(3)), [x for x in Countdown(2)], max(Countdown(4)))
class Peek:
    def __init__(self, it): self.it = iter(it); self.buf = []
    def __iter__(self): return self
    def __next__(self): return self.buf.pop() if self.buf else next(self.it)
    def peek(self): x = next(self); self.buf.append(x); return x
p = Peek('abc'); print(p.peek(), next(p), list(p))
class Err:
    def __iter__(self): return self
    def __next__(self): raise ValueError('in next')
for f in (list, sum, sorted, max, lambda x: [*x], lambda x: dict(x), lambda x: 1 in x, set, tuple, ''.join, lambda x: list(zip(x)), lambda x: list(map(str, x)), any, lambda x: next(iter(x))):
    try: f(Err())
    except ValueError as e: print(e, end=' ')
print()
it = iter([1, 2, 3]); print(next(it), list(it), list(it), next(it, 'd'))
e = enumerate('ab'); print(next(e), e.__next__(), next(e, None))
z = zip([1, 2], 'a'); print(list(z), list(z)); m = map(str, [1]); print(next(m), next(m, 0)); print(iter(m) is m)
print(list(iter(lambda c=[0]: c.__setitem__(0, c[0] + 1) or c[0], 4)))
d = {'a': 1}; i = iter(d); d['a'] = 2; print(next(i)); d['b'] = 1
try: next(i)
except RuntimeError as ex: print(ex)
x = [1, 2, 3, 4]
for v in x:
    if v == 2: x.append(5)
    if v == 5: break
else: print('no')
print(x)
for i in range(3):
    for j in range(3):
        if j == 1: continue
        if i == 2: break
        print(i, j, end=';')
    else: print('else', i)
print(i, j)
for i in []: pass
else: print('empty else', i)
n = 0
while True:
    n += 1
    if n % 2: continue
    if n > 6: break
print(n)
for (a, b), c in [((1, 2), 3)]: print(a, b, c)
for a, *b in ['abc', 'de']: print(a, b)
for x[0] in range(3): pass
print(x)
class Attr: pass
o = Attr()
for o.i in range(4): pass
print(o.i)
class G:
    def __class_getitem__(cls, k): return (cls.__name__, k)
print(G[int], G[1, 2])
print([i for i in range(20) if i % 2 if i % 3], [i if i % 2 else -i for i in range(5)], [(i, j) for i in range(3) if i for j in range(i)])
print([[i * j for j in range(3)] for i in range(3)], {i: {j for j in range(i)} for i in range(3)})
print(list(range(5))[::-1], list(map(lambda x, y: (x, y), 'ab', [1, 2, 3])), *zip(*[(1, 2), (3, 4)]))


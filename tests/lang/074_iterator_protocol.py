class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1
        return self.n + 1
c = Countdown(3)
print(list(c), list(c), [*Countdown(2)], sum(Countdown(4)), 2 in Countdown(3), dict(zip('ab', Countdown(2))), max(Countdown(3)), next(Countdown(0), 'empty'))
class Peek:
    def __init__(self, it): self.it = iter(it); self.buf = []
    def __iter__(self): return self
    def __next__(self): return self.buf.pop() if self.buf else next(self.it)
    def peek(self): x = next(self); self.buf.append(x); return x
p = Peek('abc'); print(p.peek(), next(p), list(p))
class Err:
    def __iter__(self): return self
    def __next__(self): raise ValueError('in next')
for f in (list, sum, sorted, max, lambda x: [*x], dict, lambda x: 1 in x, set, tuple, ''.join, lambda x: list(zip(x)), lambda x: list(map(str, x)), any, lambda x: next(iter(x)), lambda x: [a for a in x], frozenset, enumerate(Err()).__next__ and (lambda x: list(enumerate(x)))):
    try: f(Err())
    except ValueError as e: print(e, end='; ')
print()
class NoNext:
    def __iter__(self): return 5
class NoneIter: __iter__ = None
class IterErr:
    def __iter__(self): raise KeyError('iter')
for f in (lambda: iter(NoNext()), lambda: list(NoneIter()), lambda: [x for x in IterErr()], lambda: next(5), lambda: iter(5), lambda: iter(5, 6), lambda: next(NoNext()), lambda: list(5), lambda: 5 in NoneIter()):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
it = iter([1, 2, 3]); print(next(it), list(it), list(it), next(it, 'd'), iter(it) is it)
e = enumerate('ab', 5); print(next(e), e.__next__(), next(e, None))
z = zip([1, 2], 'a'); print(list(z), list(z)); m = map(str, [1]); print(next(m), next(m, 0), iter(m) is m)
print(list(iter(lambda c=[0]: c.__setitem__(0, c[0] + 1) or c[0], 4)), list(iter([1, 2, 0, 3].pop, 0)))
d = {'a': 1}; i = iter(d); d['a'] = 2; print(next(i)); d['b'] = 1
for f in (lambda: next(i),):
    try: f()
    except RuntimeError as ex: print(ex)
l = [1, 2]; li = iter(l); next(li); l.append(3); print(list(li)); l.append(4); print(list(li))
r = reversed([1, 2, 3]); print(next(r), list(r)); print(list(reversed('abc')), list(reversed(range(3))), list(reversed({'a': 1, 'b': 2})), list(reversed({'a': 1}.items())))
print([type(iter(x)).__name__ for x in ([], (), {}, set(), '', 'é', b'', range(1), {}.items(), {}.values(), (x for x in []), zip(), map(len, []), reversed([]), reversed(()), enumerate([]), filter(None, []))])
print(it.__length_hint__(), iter([1, 2]).__length_hint__(), list(filter(None, [0, 1, '', 'a'])), list(filter(lambda x: x > 1, [1, 2])), list(map(lambda a, b: a + b, [1, 2], [3, 4, 5])), list(map(max, [1, 5], [3, 2], [2, 9])))
class Gi:
    def __getitem__(self, i):
        if i > 2: raise StopIteration
        return i
print(list(Gi()), 2 in Gi(), list(zip(Gi(), 'ab')))
def consume(it, n):
    for _ in zip(range(n), it): pass
    return list(it)
print(consume(iter(range(6)), 2), list(zip(*[iter(range(6))] * 2)), [list(p) for p in zip(*[[1, 2], [3, 4]])])
a = iter('abc')
for x in a:
    for y in a: print(x + y, end=' ')
print()

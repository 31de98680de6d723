def g(n):
    for i in range(n):
        x = yield i
        if x: print('got', x)
    return 'ret'
it = g(3)
print(next(it), it.send('a'), next(it))
try: next(it)
except StopIteration as e: print('SI', e.value, e.args)
try: next(it)
except StopIteration as e: print('SI', e.value)
try: g(2).send(1)
except TypeError as e: print(e)
def fib():
    a, b = 0, 1
    while True: yield a; a, b = b, a + b
import itertools
print(list(itertools.islice(fib(), 15)), [x for x, _ in zip(fib(), range(5))])
gx = (i * i for i in range(5) if i % 2)
print(gx.__name__, type(gx).__name__, list(gx), list(gx), sum(x for x in range(10)), max((len(w) for w in ['a', 'bbb']), default=0))
def tree(t):
    if t: yield from tree(t[0]); yield t[1]; yield from tree(t[2])
print(list(tree(((None, 1, None), 2, ((None, 3, None), 4, None)))))
def empty(): return; yield
print(list(empty()), list(x for x in []), dict((k, v) for k, v in zip('ab', [1, 2])), set(x % 3 for x in range(9)) == {0, 1, 2})
def twice(it): return (x for x in it for _ in range(2))
print(list(twice('ab')), ''.join(c.upper() for c in 'abc'), any(x > 2 for x in [1, 3]), all(x for x in []))
def pipeline(lines):
    stripped = (l.strip() for l in lines)
    nonempty = (l for l in stripped if l)
    return (l.split('=') for l in nonempty)
print(list(pipeline([' a=1 ', '', 'b=2'])))
def state():
    print('start'); yield 1; print('middle'); yield 2; print('end')
s = state(); print('made'); print(next(s)); print(next(s)); print(next(s, 'default'))
def chunks(l, n):
    for i in range(0, len(l), n): yield l[i:i + n]
print(list(chunks([1, 2, 3, 4, 5], 2)))
class Tree:
    def __init__(self, v, *kids): self.v, self.kids = v, kids
    def __iter__(self):
        yield self.v
        for k in self.kids: yield from k
print(list(Tree(1, Tree(2, Tree(3)), Tree(4))), sum(Tree(1, Tree(2))))
a, b, *c = (i for i in range(5)); print(a, b, c)
g1 = g(3)
for i in g1:
    print(i); break
print(list(g1), g.__name__, g(1).__name__, type(g).__name__, hasattr(g(1), 'send'))
try: (x for x in 5)
except TypeError as e: print(e)
print(*(x for x in 'xyz'), [*(y for y in range(2))], {**{k: 1 for k in 'a'}}, sorted((3 - i for i in range(3))), (lambda: (yield 5))().send(None))

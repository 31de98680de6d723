def g(n):
    for i in range(n): yield i
    return f'ret{n}'
def d():
    r = yield from g(2)
    print('r', r)
    s = yield from g(1)
    return (r, s)
it = d()
print(next(it), next(it), next(it))
try: next(it)
except StopIteration as e: print(e.value)
def yf(): yield from [1, 2]; yield from 'ab'; yield from {'k': 1}; yield from (x for x in [9]); yield from range(2); yield from {}
print(list(yf()))
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration('it value')
        return self.n
def fi():
    r = yield from It()
    return r
def run(gen):
    out = []
    while True:
        try: out.append(next(gen))
        except StopIteration as e: return out, e.value
print(run(fi()), run(d()), run(g(0)), run(yf()))
def yfe(): yield from 5
try: list(yfe())
except TypeError as e: print(e)
def sender(): yield from It()
s = sender(); next(s)
try: s.send(4)
except AttributeError as e: print(e)
def echo():
    v = None
    while v != 'stop': v = yield v
    return 'stopped'
def wrap(): return (yield from echo())
w = wrap(); print(next(w), w.send(1), w.send('x'))
try: w.send('stop')
except StopIteration as e: print(e.value)
def catcher():
    try: yield 1
    except ValueError: yield 'caught inside'
def pass_through():
    try: yield from catcher()
    except KeyError: yield 'outer caught'
p = pass_through(); next(p); print(p.throw(ValueError))
p = pass_through(); next(p); print(p.throw(KeyError))
def throw_iter():
    try: yield from iter([1, 2])
    except ValueError as e: yield f'no throw method: {e}'
t = throw_iter(); next(t); print(t.throw(ValueError('v')))
class Full:
    def __iter__(self): return self
    def __next__(self): return 'n'
    def send(self, v): print('send', v); return 's'
    def throw(self, *a): print('throw', a[0]); return 't'
    def close(self): print('close')
def full(): yield from Full()
f = full(); print(next(f), f.send(5)); f.close()
def deep(n):
    if n == 0: yield 'bottom'
    else: yield from deep(n - 1)
print(list(deep(100)))
def flatten(x):
    if isinstance(x, list):
        for i in x: yield from flatten(i)
    else: yield x
print(list(flatten([1, [2, [3, [4], []]], 5])))
def coop():
    a = yield from sub('a')
    b = yield from sub('b')
    return a + b
def sub(n): x = yield n; return x * 2
c = coop(); print(next(c), c.send(1))
try: c.send(2)
except StopIteration as e: print(e.value)
def fin_order():
    try:
        yield from fin_inner()
    finally: print('outer finally')
def fin_inner():
    try: yield 1
    finally: print('inner finally')
f = fin_order(); next(f); f.close()
def expr(): x = [(yield 1), (yield 2)]; return x
e = expr(); next(e); e.send('a')
try: e.send('b')
except StopIteration as s: print(s.value)
print([*(yield_ for yield_ in g(3))], list(map(str, g(2))), dict(enumerate(g(2))), max(g(4)), tuple(zip(g(2), g(3))))

def read(lines):
    for n, line in enumerate(lines, 1):
        line = line.strip()
        if line: yield n, line
def grep(pat, items): return ((n, l) for n, l in items if pat in l)
def running():
    total, count, avg = 0.0, 0, None
    while True:
        x = yield avg
        if x is None: return (total, count)
        total += x; count += 1; avg = total / count
text = ["alpha 1", "", "beta 2", "  alphabet 3 ", "gamma"]
print(list(grep("alpha", read(text))))
r = running(); print(next(r), r.send(10), r.send(20), r.send(3))
try: r.send(None)
except StopIteration as e: print("stop", e.value)
def outer():
    res = yield from running()
    yield ("result", res)
o = outer(); next(o); o.send(1); o.send(2)
print(o.send(None), list(o))
def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)
print(*tree(4))
def closing():
    try:
        while True:
            try: x = yield
            except ValueError as e: print("caught", e); yield "after"
    except GeneratorExit: print("exit"); raise
    finally: print("finally")
c = closing(); next(c)
print(c.throw(ValueError("v1")))
print(next(c)); c.close(); print(next(c, "done"))
def stubborn():
    try: yield 1
    except GeneratorExit: yield 2
s = stubborn(); next(s)
try: s.close()
except RuntimeError as e: print(e)
def stops(): 
    yield 1
    raise StopIteration("x")
g = stops(); next(g)
try: next(g)
except RuntimeError as e: print(e, repr(e.__cause__))
def reent():
    yield next(me)
me = reent()
try: next(me)
except ValueError as e: print(e)
g = (i for i in range(3))
try: g.send(5)
except TypeError as e: print(e)
print(next(g), g.gi_running, g.gi_frame is None, g.__name__, g.__qualname__)
def ret(): return 5; yield
print(list(ret()), next(ret(), "none"))
try: next(ret())
except StopIteration as e: print(e.value, e.args)
def deleg():
    try: yield from [1, 2, 3]
    except ValueError: yield "ve"
d = deleg(); print(next(d), d.throw(ValueError), list(d))
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration("val")
        return self.n
    def throw(self, *a): return ("thrown", type(a[0]).__name__ if isinstance(a[0], BaseException) else a[0].__name__)
    def send(self, v): return ("sent", v)
    def close(self): print("closed It")
def via():
    r = yield from It()
    print("r", r)
v = via(); print(next(v), v.send("s"), v.throw(KeyError)); print(next(v)); v.close()
print(list(via()))
def fib():
    a, b = 0, 1
    while True: yield a; a, b = b, a + b
from itertools import islice, takewhile, chain
print(list(islice(fib(), 10)), sum(takewhile(lambda x: x < 100, fib())))
def primes():
    seen = []
    n = 2
    while True:
        if all(n % p for p in takewhile(lambda p: p * p <= n, seen)): seen.append(n); yield n
        n += 1
print(list(islice(primes(), 15)))
try:
    pass
finally: print("end")
gens = [((yield_ for yield_ in range(i))) for i in range(3)]
print([list(x) for x in gens])
def flat(x):
    for i in x:
        if isinstance(i, (list, tuple)): yield from flat(i)
        else: yield i
print(list(flat([1, [2, (3, [4]), []], 5])))
def perms(l):
    if len(l) <= 1: yield l
    else:
        for i in range(len(l)):
            for p in perms(l[:i] + l[i + 1:]): yield [l[i]] + p
print(list(perms([1, 2, 3])))
def window(seq, n):
    it = iter(seq); w = list(islice(it, n))
    if len(w) == n: yield tuple(w)
    for x in it: w = w[1:] + [x]; yield tuple(w)
print(list(window("abcde", 3)))

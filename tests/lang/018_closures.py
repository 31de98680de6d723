def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    return inc
c1, c2 = counter(), counter()
print(c1(), c1(5), c2())
def make():
    fs = []
    for i in range(3):
        def f(): return i
        fs.append(f)
    i = 'after'
    return fs
print([f() for f in make()])
def bind():
    fs = []
    for i in range(3):
        def f(i=i): return i
        fs.append(f)
    return [f() for f in fs]
print(bind())
def acc(start):
    total = start
    def add(x):
        nonlocal total
        total += x
        return total
    def reset():
        nonlocal total
        total = start
    add.reset = reset
    return add
a = acc(10)
print(a(1), a(2), a.reset(), a(3))
def outer(x):
    def mid(y):
        def inner(z): return x + y + z
        return inner
    return mid
print(outer(1)(2)(3), outer('a')('b')('c'))
print([c.cell_contents for c in outer(1)(2).__closure__], outer(1)(2).__code__.co_freevars, outer.__code__.co_cellvars, counter.__closure__)
def memo(f):
    cache = {}
    def w(*a):
        if a not in cache: cache[a] = f(*a)
        return cache[a]
    w.cache = cache
    return w
@memo
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(30), len(fib.cache))
def param(a):
    def get(): return a
    a += 1
    return get
print(param(1)())
def gen_closure():
    x = 0
    def g():
        nonlocal x
        while x < 3:
            x += 1
            yield x
    return g
print(list(gen_closure()()))
class C:
    def make(self):
        return lambda: self.v
    v = 7
print(C().make()())
def compose(*fs):
    def run(x):
        for f in reversed(fs): x = f(x)
        return x
    return run
print(compose(str, lambda x: x + 1, abs)(-5))
def late():
    def f(): return g()
    def g(): return 'g'
    return f()
print(late())
def arg_cell(*args, **kw):
    return (lambda: args)(), (lambda: kw)()
print(arg_cell(1, a=2))

print((lambda: 1)(), (lambda x: x + 1)(2), (lambda x, y=2, *z, k=3, **w: (x, y, z, k, w))(1, 5, 6, k=7, q=8))
fs = [lambda: i for i in range(3)]
print([f() for f in fs], [f() for f in [lambda i=i: i for i in range(3)]])
print(sorted(['bb', 'a', 'ccc'], key=lambda s: -len(s)), list(map(lambda a, b: a * b, [1, 2], [3, 4])), list(filter(lambda x: x % 2, range(5))))
add = lambda a: lambda b: a + b
print(add(1)(2), (lambda f, *a: f(*a))(max, 1, 9, 3), (lambda *, a: a)(a=1), (lambda a, /, b: (a, b))(1, b=2))
print((lambda x: (lambda y: (lambda z: x + y + z)(3))(2))(1), (lambda: (yield))().__class__.__name__)
fact = lambda n: 1 if n < 2 else n * fact(n - 1)
print(fact(10), (lambda n: (lambda f: f(f, n))(lambda f, k: 1 if k < 2 else k * f(f, k - 1)))(5))
print((lambda: None)(), (lambda: (1, 2))(), (lambda: [1])(), (lambda x=[]: x.append(1) or x)(), (lambda x: x if x else 'empty')([]))
d = {'+': lambda a, b: a + b, '-': lambda a, b: a - b}
print(d['+'](1, 2), d['-'](1, 2), fact.__name__, (lambda: 1).__qualname__, add.__code__.co_varnames)
print(max([1, -5, 3], key=lambda x: x * x), min('abc', key=lambda c: -ord(c)), (lambda a, b: a if a > b else b)(3, 4), (lambda **k: sorted(k))(b=1, a=2), (lambda *a: a[::-1])(1, 2))
x = 10
g = lambda: x
x = 20
print(g(), (lambda x: lambda: x)(5)(), [*map(lambda t: t[0] + t[1], zip('ab', 'cd'))], (lambda s: s.upper())('q'))

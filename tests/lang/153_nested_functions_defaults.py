def outer(x, f=lambda v: v + 1):
    def inner(y=x, *, z=f(x)): return x, y, z
    x += 10
    return inner
print(outer(1)(), outer(1)(5), outer(1, str)(z=0), outer.__defaults__[0](1))
fs = []
for i in range(3):
    def g(a=i, b=[]): b.append(a); return a, b, i
    fs.append(g)
print([f() for f in fs], [f() for f in fs])

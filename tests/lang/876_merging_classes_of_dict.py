from fractions import Fraction as F
for f in (lambda: -9 / F(0, 6), lambda: F(-3, 4) / 0, lambda: F(0) / F(0), lambda: F(5) / F(0)):
    try: f()
    except ZeroDivisionError as e: print(e)
class X(dict):
    def __getitem__(self, k): return ('got', k)
class Y(dict):
    def __iter__(self): return iter(['z'])
    def __getitem__(self, k): return ('got', k)
class Z(dict):
    def keys(self): return ['k']
    def __getitem__(self, k): return ('got', k)
print(dict(X(a=1)), dict(Y(a=1)) if False else '', dict(Z(a=1)), {**X(a=1)}, {**Z(a=1)})
d = {}
d.update(X(b=2)); d.update(Z(c=3)); d |= X(e=4)
print(d, {} | X(a=1), dict(**X(q=1)))
def f(**k): return k
print(f(**X(a=1)), f(**Z(a=1)))

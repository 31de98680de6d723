"""Derivatives by dual numbers, compared with differences; Newton's method on top."""
import math

class Dual:
    def __init__(self, re, du=0.0):
        self.re, self.du = re, du

    def __repr__(self):
        return f"{self.re:.6g}{self.du:+.6g}ε"

    def _of(x):
        return x if isinstance(x, Dual) else Dual(x)

    def __add__(self, o):
        o = Dual._of(o)
        return Dual(self.re + o.re, self.du + o.du)

    def __sub__(self, o):
        return self + (-Dual._of(o))

    def __rsub__(self, o):
        return Dual._of(o) - self

    def __neg__(self):
        return Dual(-self.re, -self.du)

    def __mul__(self, o):
        o = Dual._of(o)
        return Dual(self.re * o.re, self.re * o.du + self.du * o.re)

    def __truediv__(self, o):
        o = Dual._of(o)
        return Dual(self.re / o.re, (self.du * o.re - self.re * o.du) / o.re**2)

    def __rtruediv__(self, o):
        return Dual._of(o) / self

    def __pow__(self, n):
        return Dual(self.re**n, n * self.re ** (n - 1) * self.du)

    def __lt__(self, o):
        return self.re < Dual._of(o).re

    __radd__, __rmul__ = __add__, __mul__

def lift(f, df):
    def g(x):
        return Dual(f(x.re), df(x.re) * x.du) if isinstance(x, Dual) else f(x)
    g.__name__ = f.__name__
    return g

exp, log = lift(math.exp, math.exp), lift(math.log, lambda x: 1 / x)
sin, cos = lift(math.sin, math.cos), lift(math.cos, lambda x: -math.sin(x))
tanh = lift(math.tanh, lambda x: 1 - math.tanh(x) ** 2)

def derivative(f, x):
    return f(Dual(x, 1.0)).du

functions = {
    "x^3-2x": lambda x: x**3 - 2 * x, "sin(x)exp(x)": lambda x: sin(x) * exp(x), "1/(1+x^2)": lambda x: 1 / (1 + x**2),
    "log(x+2)/x": lambda x: log(x + 2) / x, "relu-ish": lambda x: x if x > 0 else 0.1 * x,
    "gelu": lambda x: 0.5 * x * (1 + tanh(0.7978845608 * (x + 0.044715 * x**3))),
}
Dual.__gt__ = lambda self, o: self.re > Dual._of(o).re
for name, f in functions.items():
    for x in (-1.5, 0.5):
        h = 1e-6
        exact, near = derivative(f, x), (f(x + h) - f(x - h)) / (2 * h)
        print(f"{name:<14} x={x:+.1f} f={f(x):+.6f} f'={exact:+.6f} {'ok' if math.isclose(exact, near, rel_tol=1e-5) else 'BAD'}")

def newton(f, x, steps=30):
    for i in range(steps):
        y = f(Dual(x, 1.0))
        if abs(y.re) < 1e-13:
            return x, i
        x -= y.re / y.du
    raise ArithmeticError(f"no root after {steps} steps")

print("%.10f in %d" % newton(lambda x: x**2 - 2, 1.0), "%.10f in %d" % newton(lambda x: cos(x) - x, 1.0))
for f, x in ((lambda x: x**2 + 1, 0.5), (lambda x: x**2 - 2, 0.0), (lambda x: log(x), 3.0)):
    try:
        print(newton(f, x))
    except (ArithmeticError, ValueError) as error:
        print(type(error).__name__, error)
print(Dual(2, 1) * 3 - 1, 2 - Dual(1, 4), Dual(1) < 2, exp.__name__, max([Dual(1), Dual(5, 2), Dual(3)]))

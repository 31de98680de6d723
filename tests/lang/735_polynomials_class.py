class Poly:
    def __init__(self, *c): self.c = tuple(c)
    @classmethod
    def roots(cls, *rs):
        p = cls(1)
        for r in rs: p *= cls(-r, 1)
        return p
    def trim(self):
        c = list(self.c)
        while c and c[-1] == 0: c.pop()
        return Poly(*c)
    @property
    def degree(self): return len(self.trim().c) - 1
    def __call__(self, x):
        r = 0
        for a in reversed(self.c): r = r * x + a
        return r
    def _co(self, o): return o if isinstance(o, Poly) else Poly(o) if isinstance(o, (int, float)) else None
    def __add__(self, o):
        if (o := self._co(o)) is None: return NotImplemented
        n = max(len(self.c), len(o.c)); pad = lambda c: c + (0,) * (n - len(c))
        return Poly(*map(sum, zip(pad(self.c), pad(o.c)))).trim()
    __radd__ = __add__
    def __neg__(self): return Poly(*(-a for a in self.c))
    def __sub__(self, o): return self + -self._co(o)
    def __rsub__(self, o): return -self + o
    def __mul__(self, o):
        if (o := self._co(o)) is None: return NotImplemented
        out = [0] * (len(self.c) + len(o.c) - 1 if self.c and o.c else 0)
        for i, a in enumerate(self.c):
            for j, b in enumerate(o.c): out[i + j] += a * b
        return Poly(*out).trim()
    __rmul__ = __mul__
    def __pow__(self, n): return Poly(1) if n == 0 else self * self ** (n - 1)
    def __divmod__(self, o):
        q, r = Poly(), self.trim()
        while r.degree >= o.degree and r.c:
            t = Poly(*[0] * (r.degree - o.degree), r.c[-1] / o.c[-1]); q += t; r = (r - t * o).trim()
        return q, r
    def __floordiv__(self, o): return divmod(self, o)[0]
    def __mod__(self, o): return divmod(self, o)[1]
    def __eq__(self, o): return isinstance(o, Poly) and self.trim().c == o.trim().c
    def __hash__(self): return hash(self.trim().c)
    def diff(self): return Poly(*(i * a for i, a in enumerate(self.c) if i))
    def __str__(self):
        terms = []
        for i, a in reversed([*enumerate(self.c)]):
            if a:
                sign = "-" if a < 0 else "+"; a = abs(a)
                body = "" if i and a == 1 else f"{a:g}"
                terms.append((sign, body + ("" if i == 0 else "x" if i == 1 else f"x^{i}")))
        if not terms: return "0"
        first = ("-" if terms[0][0] == "-" else "") + terms[0][1]
        return " ".join([first] + [f"{s} {t}" for s, t in terms[1:]])
    def __repr__(self): return f"Poly{self.c}"
    def __len__(self): return len(self.c)
    def __getitem__(self, i): return self.c[i] if -len(self.c) <= i < len(self.c) else 0
    def __bool__(self): return self.degree >= 0
p, q = Poly(1, -3, 2), Poly(-1, 1)
print(p, "|", q, "|", p + q, "|", p - q, "|", p * q, "|", q ** 3, "|", 2 * p + 1, "|", 5 - q, "|", -p)
print(p(3), p(0.5), p.diff(), p.degree, repr(p), p == Poly(1, -3, 2, 0), hash(p) == hash(Poly(1, -3, 2, 0)), len({p, Poly(1, -3, 2, 0)}), bool(Poly(0)), p[1], p[9])
d, r = divmod(Poly(-1, 0, 0, 1), q); print(d, "|", r, "|", Poly(5, 4, 3) % q, "|", Poly(5, 4, 3) // q)
w = Poly.roots(1, 2, 3); print(w, [w(x) for x in range(5)], sum([p, q], Poly()))
def newton(f, x, n=20):
    df = f.diff()
    for _ in range(n): x -= f(x) / df(x)
    return round(x, 10)
print(newton(Poly(-2, 0, 1), 1.0), newton(w, 3.4), newton(Poly(-1, -1, 1), 2))
for bad in (lambda: p + "x", lambda: "x" * p, lambda: p * [1], lambda: p < q, lambda: Poly("a")(2) if 0 else p ** -1 if 0 else [] + p):
    try: print(bad())
    except TypeError as e: print(e)

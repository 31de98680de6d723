import re
from fractions import Fraction
from functools import reduce
import operator
TOKEN = re.compile(r"\s*(?:(\d+\.?\d*(?:[eE][-+]?\d+)?)|([A-Za-z_]\w*)|(\*\*|//|<=|>=|==|!=|.))")
def tokens(s):
    pos = 0
    s = s.rstrip()
    while pos < len(s):
        m = TOKEN.match(s, pos); pos = m.end()
        num, name, op = m.groups()
        if num: yield "num", float(num) if not num.isdigit() else int(num)
        elif name: yield "name", name
        else: yield "op", op
    yield "end", None
BINARY = {"+": (10, operator.add), "-": (10, operator.sub), "*": (20, operator.mul), "/": (20, operator.truediv), "//": (20, operator.floordiv), "%": (20, operator.mod), "**": (31, operator.pow), "<": (5, operator.lt), ">": (5, operator.gt), "==": (5, operator.eq), "<=": (5, operator.le), ">=": (5, operator.ge), "!=": (5, operator.ne)}
FUNCS = {"max": max, "min": min, "abs": abs, "sum": lambda *a: sum(a), "frac": Fraction}
class P:
    def __init__(self, s): self.toks = list(tokens(s)); self.i = 0
    @property
    def cur(self): return self.toks[self.i]
    def next(self): t = self.cur; self.i += 1; return t
    def need(self, op):
        if self.cur != ("op", op): raise SyntaxError(f"expected {op!r}, got {self.cur[1]!r}")
        self.i += 1
    def expr(self, power=0):
        left = self.prefix()
        while self.cur[0] == "op" and self.cur[1] in BINARY and BINARY[self.cur[1]][0] > power:
            op = self.next()[1]; bp, fn = BINARY[op]
            left = (op, left, self.expr(bp - 1 if op == "**" else bp))
        return left
    def prefix(self):
        kind, v = self.next()
        if kind == "num": return v
        if kind == "name":
            if self.cur == ("op", "("):
                self.i += 1; args = []
                while self.cur != ("op", ")"):
                    args.append(self.expr())
                    if self.cur == ("op", ","): self.i += 1
                self.need(")")
                return ("call", v, *args)
            return ("var", v)
        if (kind, v) == ("op", "("): e = self.expr(); self.need(")"); return e
        if (kind, v) in (("op", "-"), ("op", "+")): return ("neg" if v == "-" else "pos", self.expr(25))
        raise SyntaxError(f"unexpected {v!r}")
def parse(s):
    p = P(s); e = p.expr()
    if p.cur[0] != "end": raise SyntaxError(f"trailing {p.cur[1]!r}")
    return e
def run(e, env):
    match e:
        case int() | float(): return e
        case ("var", n):
            try: return env[n]
            except KeyError: raise NameError(f"unknown {n}") from None
        case ("neg", a): return -run(a, env)
        case ("pos", a): return +run(a, env)
        case ("call", f, *args): return FUNCS[f](*(run(a, env) for a in args))
        case (op, a, b): return BINARY[op][1](run(a, env), run(b, env))
def show(e):
    match e:
        case ("var", n): return n
        case ("neg" | "pos" as k, a): return f"({'-' if k == 'neg' else '+'}{show(a)})"
        case ("call", f, *args): return f"{f}({', '.join(map(show, args))})"
        case (op, a, b): return f"({show(a)} {op} {show(b)})"
        case _: return str(e)
def diff(e, x):
    match e:
        case ("var", n): return int(n == x)
        case ("+" | "-" as op, a, b): return (op, diff(a, x), diff(b, x))
        case ("*", a, b): return ("+", ("*", diff(a, x), b), ("*", a, diff(b, x)))
        case ("**", a, int(n)): return ("*", ("*", n, ("**", a, n - 1)), diff(a, x))
        case ("neg", a): return ("neg", diff(a, x))
        case int() | float(): return 0
        case _: raise NotImplementedError(show(e))
def simp(e):
    if not isinstance(e, tuple) or e[0] == "var": return e
    op, *args = e; args = [simp(a) for a in args]
    match (op, *args):
        case ("+", 0, a) | ("+", a, 0) | ("-", a, 0) | ("*", 1, a) | ("*", a, 1) | ("**", a, 1): return a
        case ("*", 0, _) | ("*", _, 0): return 0
        case ("+" | "-" | "*", int(a), int(b)): return BINARY[op][1](a, b)
        case t: return t
env = {"x": 3, "y": 0.5}
for s in ["1 + 2 * 3", "2 ** 3 ** 2", "-2 ** 2", "(1 + 2) * -x", "max(1, x, 2) + abs(-y)", "10 // 4 % 2", "1 < 2 == 1", "x * x - 2 * x + 1", "1e3 / 4", "frac(1, 3) + frac(1, 6)", "-x ** 2 * +3"]:
    t = parse(s); print(f"{s:<24} {show(t):<32} {run(t, env)}")
for s in ["x ** 3 + 2 * x", "x * x * x", "-(x ** 2) + y * x", "3 * x ** 2 - 5"]:
    d = simp(diff(parse(s), "x")); print(s, "->", show(d), "=", run(d, env))
for s in ["1 +", "(1", "1 2", "* 3", "foo", "1 / 0", "nope(1)", "x $ 2", "abs(1, 2)"]:
    try: print(run(parse(s), env))
    except Exception as e: print(f"{s!r}: {type(e).__name__}: {e}")

from decimal import Decimal
from fractions import Fraction
from datetime import date, datetime, timedelta
class Money:
    def __init__(self, cents): self.cents = cents
    def __format__(self, spec):
        if spec.endswith("k"):
            return format(self.cents / 100000, spec[:-1] or ".1f") + "k"
        if not spec: return str(self)
        return format(self.cents / 100, spec)
    def __str__(self): return f"${self.cents / 100:,.2f}"
m = Money(1234567)
print(f"{m}|{m:k}|{m:>12.1f}|{m!s:>15}|{m!r:.7}|{m:,.0f}")
w, p, fill, sign = 12, 3, "*", "+"
print(f"{3.14159:{w}.{p}f}|{3.14159:{fill}^{sign}{w}.{p}e}|{'ab':{fill}>{w}}|{42:{sign}0{w}d}|{255:#{w}x}|{255:#0{w}b}")
for v in (0, 7, -7, 123456789, -1234567):
    print(f"{v:d}|{v:+d}|{v: d}|{v:,}|{v:_}|{v:08d}|{v:<8}|{v:^+8}|{v:=+10}|{v:x}|{v:#X}|{v:o}|{v:b}|{v:e}|{v:.2f}|{v:g}|{v:%}|{v:n}|{v:_x}|{v:_b}")
for v in (0.0, -0.0, 1.0, 0.1, 123456.789, 1e10, 1.5e-7, 1e100, float("inf"), float("-inf"), float("nan"), 2.5, 3.5):
    print(f"{v}|{v:f}|{v:e}|{v:g}|{v:.0f}|{v:.3}|{v:10.4f}|{v:+.1e}|{v:,.2f}|{v:%}|{v:.1%}|{v:#.0f}|{v:G}|{v:E}|{v:010.2f}|{v:z.1f}|{v:_}|{v:n}|{v:.10g}|{v:<9}|{v:^12.1f}|{v:*=12.1f}")
for s in ("", "a", "hello", "né", "日本"):
    print(f"{s:>6}|{s:<6}|{s:^6}|{s:.2}|{s:*^9.3}|{s!r:>10}|{s!a:>14}|{s:s}|{s:06}")
for c in (1+2j, -1.5j, 0j, complex("inf")):
    print(f"{c}|{c:.2f}|{c:g}|{c:>15}|{c:+.1e}|{c!r}")
print(f"{True}|{True:d}|{True:5}|{False!s:>6}|{None}|{None!s:>6}|{[1,2]!s:>10}|{Decimal('1.500'):.1f}|{Decimal('1234567.891'):,.2f}|{Decimal('1.5'):>8}|{Fraction(3,4)!s:>6}|{date(2024,2,29):%Y/%m/%d}|{datetime(2024,1,2,3,4,5):%H:%M}|{timedelta(hours=25)!s}")
bad = [(3, "s"), ("a", "d"), (3.5, "d"), (3, ".2d"), ("a", "+"), ("a", ","), ("a", "=5"), (3, "zz"), (3, ">>5"), (None, "5"), ([], "x"), (3, "5.")
, ("a", "x"), (1j, "05"), (1j, "%"), (3.5, "x"), (3, ",_"), (3, "_,"), (3, ",x"), (3, "c,"), (-1, "c"), (0x110000, "c"), (3, "+c"), (1.0, "c"), (3, "."), ((), "1"), (object, "2"), (3, ",,"), (True, "s"), (3, "10" * 12), ("a", ".-1"), (3.0, "z_"), ("", "z"), (1, "#c")]
for v, spec in bad:
    try: print(repr(v), spec, format(v, spec))
    except (ValueError, TypeError, OverflowError) as e: print(repr(v) if v is not object else "object", spec, type(e).__name__, e)
x = 5
print(f"{x=}|{x = }|{x=:>5}|{x=!s}|{x + 1=}|{x!r:^5}|{'a' if x else 'b'}|{ {1: 2}[1] }|{x:{'>' if x else '<'}{x}}|{{}}|{{{x}}}|{x}}}")
print("{0} {1} {0}".format("a", "b"), "{} {}".format(1, 2), "{a.real} {b[0]} {b[x]}".format(a=3, b={0: "z", "x": "y"}) if 0 else "{a.real} {b[0]}".format(a=3, b=["z"]), "{:{}}|{:{w}.{p}}".format("q", 5, 3.14159, w=8, p=3), "{!r} {!s} {!a}".format("é", "é", "é"), "{:>{w}}".format(1, w=4), "{0[a]} {0[b c]}".format({"a": 1, "b c": 2}))
for t, a, k in [("{} {0}", (1,), {}), ("{0} {}", (1,), {}), ("{", (), {}), ("}", (), {}), ("{a}", (), {}), ("{}", (), {}), ("{2}", (1,), {}), ("{a.b}", (), {"a": 1}), ("{0[x]}", ([1],), {}), ("{!x}", (1,), {}), ("{:{:{}}}", (1, 2, 3), {}), ("{0!}", (1,), {}), ("{0[}", (1,), {}), ("{a b}", (), {"a b": 3}), ("{0.}", (1,), {}), ("{:d}", ("x",), {}), ("{0[5]}", ([1],), {}), ("{!r", (1,), {}), ("{0!rx}", (1,), {}), ("{-1}", (1,), {}), ("{0[]}", ([1],), {}), ("{ 0}", (1,), {})]:
    try: print(repr(t), t.format(*a, **k))
    except Exception as e: print(repr(t), type(e).__name__, e)

# floats & complex
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
import math
inf = float('inf'); nan = float('nan')
vals = [0.0, -0.0, 1.0, -1.0, 0.1, 1e16, 1e15+0.5, 123456789.123, 1e-5, 1e-4, 0.0001234, 1e22, 1e23, 1.7976931348623157e308, 5e-324, 2.5, 3.5, -2.5, 1/3, 2**53, 1e100, inf, -inf, nan, 100.0, 12345678901234567890.0]
for a in vals:
    t(lambda: a); t(lambda: str(a)); t(lambda: (-a, abs(a), bool(a), a == a, a.is_integer())); t(lambda: int(a)); t(lambda: round(a)); t(lambda: round(a, 2)); t(lambda: round(a, -2)); t(lambda: a.hex()); t(lambda: a.as_integer_ratio()); t(lambda: hash(a) if a == a else 0); t(lambda: math.floor(a)); t(lambda: math.ceil(a)); t(lambda: math.trunc(a))
    for s in ['', '.2f', '.0f', '.3e', '.3g', 'g', 'e', 'f', '%', '.1%', '10.2f', '<10.2f|', '^10.2f', '+.2f', '010.2f', ',.2f', '_.1f', '.10g', '#.3g', '#.0f', 'E', 'G', 'n', ' .1f', '.15g', '.17g', '.3', '.1', '20', 'z.1f']:
        t(lambda: format(a, s))
    t(lambda: '%f %.2f %e %g %s %r %5.1f %-8.2f| %+.1f' % (a, a, a, a, a, a, a, a, a))
    for b in [2, 0, -3, 0.5, -0.5, inf, nan, 2.0, 1e308]:
        t(lambda: a + b); t(lambda: a * b); t(lambda: a - b); t(lambda: a / b); t(lambda: a // b); t(lambda: a % b); t(lambda: divmod(a, b)); t(lambda: a ** b); t(lambda: (a < b, a <= b, a == b, a != b, a > b, a >= b)); t(lambda: b ** a if abs(a) < 100 else 0)


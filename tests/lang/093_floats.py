inf, nan = float('inf'), float('nan')
vals = [0.0, -0.0, 1.0, -1.0, 0.1, 1e16, 1e15 + 0.5, 123456789.123, 1e-5, 1e-4, 0.0001234, 1e22, 1e23, 1.7976931348623157e308, 5e-324, 2.5, 3.5, -2.5, 1 / 3, 2.0**53, 1e100, inf, -inf, nan, 100.0, 12345678901234567890.0, 2.675, 1.005, 9007199254740993.0, 0.30000000000000004, 1e21, 1e-7, 4.35, 1.1e-10]
for a in vals: print(a, repr(a), -a, abs(a), bool(a), a == a, a.is_integer(), a.hex(), f'{a:.2f} {a:.0f} {a:.3e} {a:.3g} {a:g} {a:e} {a:f} {a:%} {a:10.2f} {a:<10.2f}| {a:^10.2f} {a:+.2f} {a:010.2f} {a:,.2f} {a:_.1f} {a:.10g} {a:#.3g} {a:E} {a:G} {a:.17g} {a:.3} {a:20}', '%f %.2f %e %g %s %5.1f %-8.2f| %+.1f' % ((a,) * 8))
def t(f):
    try: return f()
    except Exception as e: return f'{type(e).__name__} {e}'
for a in vals: print(t(lambda: int(a)), t(lambda: round(a)), t(lambda: round(a, 1)), t(lambda: round(a, 2)), t(lambda: round(a, -1)), t(lambda: a.as_integer_ratio()), t(lambda: a // 3), t(lambda: a % 3), t(lambda: divmod(a, -0.7)), t(lambda: a ** 2), t(lambda: a ** 0.5 if a >= 0 else 'neg'), t(lambda: 1 / a))
for s in ['1.5', '1e5', '.5', '5.', '1_0.0', 'inf', '-Infinity', 'nan', '+1', ' 1 ', '1e', 'e5', '', '.', '1..2', '0x10', '1_', '1e400', '1e-400', 'infin', '- 1', '1 2', 'NaN', '\n2.5\t']: print(repr(s), t(lambda: float(s)))
print(float.fromhex('0x1.8p3'), float.fromhex('-0x.1p-3'), t(lambda: float.fromhex('zz')), 1.5.conjugate(), 1.5.real, 1.5.imag, 0.1 + 0.2, 0.1 + 0.2 == 0.3, 1e308 * 10, -1e308 * 10, 1e-320, inf - inf, inf * 0, 0.0 == -0.0, nan in [nan], nan == nan, nan != nan, min(1.0, nan), max(nan, 1.0), sorted([3.5, -1.0, 2]), sum([0.1] * 10), 7.5 // 2, -7.5 // 2, 7.5 % -2, -7.5 % 2, 1e16 + 1, 2.0 ** 0.5, 4 ** 0.5, 8 ** (1 / 3))
import math
print(math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.5), math.isclose(0.1 + 0.2, 0.3), math.copysign(1, -0.0), math.fmod(-7, 3), math.modf(2.5), math.frexp(8.0), math.ldexp(0.5, 4), math.isnan(nan), math.isinf(-inf), math.fsum([0.1] * 10), math.hypot(3, 4), math.nextafter(1, 2) if hasattr(math, 'nextafter') else '', math.pi, math.e, math.tau)

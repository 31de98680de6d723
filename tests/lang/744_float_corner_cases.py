import math, sys
inf, nan = float("inf"), float("nan")
print(inf > 10 ** 400, -inf < -10 ** 400, inf - inf, inf * 0, nan == nan, nan != nan, nan < 1, nan in [nan], [nan] == [nan], (nan,) == (nan,), {nan: 1}.get(nan), math.isnan(inf - inf), inf // 1, 5 % inf, -5 % inf, 5 // inf, -5 // inf, divmod(5.5, -2), 0.0 == -0.0, str(-0.0), math.copysign(1, -0.0), 0.1 + 0.2 == 0.3, math.isclose(0.1 + 0.2, 0.3), 1e308 * 10, -1e308 * 10, 5e-324 / 2, 2.0 ** 1023 * 2 if 0 else "")
print(max(1.0, nan), max(nan, 1.0), min(nan, 1.0), sorted([3.0, nan, 1.0])[0], sum([0.1] * 10), math.fsum([0.1] * 10), sum([1e16, 1.0, -1e16]), math.prod([1.5, 2, 3]))
for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 1.005, 1e20, 123456.789, -2.5, 0.05, 5e-5): print(x, round(x), round(x, 1), round(x, 2), round(x, -1), math.floor(x), math.ceil(x), math.trunc(x), int(x), x.is_integer(), f"{x:.0f} {x:.1f} {x:.2f} {x:g} {x:e}")
for x in (0.1, 1 / 3, 2 / 3, 1e-7, 123456789.123456789, 1e15, 1e16, 1e17, 123e-10, 1.0, 100.0, 1e21, 1e22, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 4.35, 0.1 + 0.2, 1e23, 9007199254740993.0): print(repr(x), x.hex(), x.as_integer_ratio() if x < 1e20 else "", float.fromhex(x.hex()) == x, float(repr(x)) == x)
print(7.0 // 2, -7.0 // 2, 7 % -3.0, -7.5 % 2, 7.5 // -2, 1e100 % 7, 3.0 ** 2, 2 ** 0.5, 4 ** -1.5, (-8.0) ** 3, 0.0 ** 0, 1.0 ** nan, nan ** 0, inf ** -1, (-inf) ** 3, 10.0 ** -400, math.fmod(-7, 3), math.remainder(7, 4), math.modf(-3.25), math.frexp(10.0), math.ldexp(0.75, 4), math.hypot(3, 4, 12), math.dist((1, 2), (4, 6)), math.cbrt(27), math.exp2(3), math.log1p(1e-10), math.expm1(1e-10), math.log(8, 2), math.log2(1024), math.log10(1e-3), math.degrees(math.pi), math.radians(180), math.atan2(-1, -1), math.nextafter(1, 2), math.ulp(1.0), math.gamma(5), math.lgamma(10), math.erf(0.5), math.tau, math.e)
print(float("1e5"), float(" -2.5\n"), float("1_000.5"), float("INF"), float("-Infinity"), float("nan"), float(".5"), float("5."), float("1e-400"), float("1e400"), int("  42 "), int(-3.99), int("0x1F", 16), int("0b101", 0), int("z", 36), bool(0.0), bool(nan), complex("1-2j"), complex(" 3 "), complex("j"), 1e3 == 1000, hash(1.0) == hash(1), hash(0.5), hash(inf), {1: "a", 1.0: "b", True: "c"})
print(1 / 3 * 3 == 1, 0.1 * 3, 1.1 + 2.2, 1e16 + 1, 1e16 + 2, 0.1 - 0.3, 100 * 1.1, 3 * 0.1 == 0.3, 4.35 * 100, 1.15 * 100, 0.7 + 0.1, 0.8 - 0.1, 1 - 0.9, 33.33 * 3, 1e-3 * 1e3, 17 / 7, -17 / 7, 2 / 3 * 1e15, 1 / 1e300, 1e300 * 1e8, 1e-300 / 1e20)
print(sys.float_info.max, sys.float_info.min, sys.float_info.epsilon, sys.float_info.dig, sys.float_info.mant_dig, sys.maxsize, sys.int_info.bits_per_digit > 0)
for f in (lambda: int(nan), lambda: int(inf), lambda: round(nan), lambda: math.floor(inf), lambda: 1.0 / 0, lambda: 1.0 % 0, lambda: 0.0 ** -1, lambda: 1e200 ** 2, lambda: math.sqrt(-1.0), lambda: math.log(-1), lambda: math.acos(2), lambda: math.exp(1e3), lambda: math.fmod(1, 0), lambda: inf.as_integer_ratio(), lambda: nan.as_integer_ratio(), lambda: float.fromhex("xyz"), lambda: (1.5).foo, lambda: 1.5 & 1, lambda: ~1.5, lambda: [1][1.0], lambda: range(1.5), lambda: "a" * 1.5, lambda: math.pow(0, -1), lambda: math.tan("x"), lambda: math.ldexp(1.0, 5000), lambda: round(1.5, "a")):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def kahan(xs):
    s = c = 0.0
    for x in xs: y = x - c; t = s + y; c = (t - s) - y; s = t
    return s
def integrate(f, a, b, n=1000): h = (b - a) / n; return h / 3 * sum((1 if i in (0, n) else 4 if i % 2 else 2) * f(a + i * h) for i in range(n + 1))
print(kahan([0.1] * 1000), sum([0.1] * 1000), round(integrate(math.sin, 0, math.pi), 10), round(integrate(lambda x: x ** 3, 0, 2), 10))
def bisect(f, lo, hi):
    for _ in range(60):
        mid = (lo + hi) / 2
        if f(lo) * f(mid) <= 0: hi = mid
        else: lo = mid
    return lo
print(f"{bisect(lambda x: x * x - 2, 0, 2):.12f} {bisect(math.cos, 1, 2):.12f}")

import math

for x in (0.1, 0.5, 1.0, 2.5, 10.0):
    print(x, math.sin(x), math.cos(x), math.tan(x), math.atan(x), math.sinh(x), math.cosh(x), math.tanh(x))
    print(math.exp(x), math.exp2(x), math.expm1(x), math.log(x), math.log2(x), math.log10(x), math.log1p(x), math.cbrt(x))
print(math.sqrt(2), math.asin(0.3), math.acos(0.3), math.atan2(1, -2), math.asinh(2), math.acosh(2), math.atanh(0.5))
print(math.erf(0.5), math.erfc(0.5), math.gamma(5.5), math.lgamma(100.25), math.gamma(-1.5), math.lgamma(-0.5))
print(math.pow(2, 0.5), math.fmod(-7, 3), math.remainder(7, 3), math.copysign(3, -0.0), math.fabs(-2))
print(math.degrees(math.pi / 3), math.radians(60), math.pi, math.e, math.tau, math.inf, math.nan)
print(math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1, rel_tol=0.2), math.isclose(0, 1e-10, abs_tol=1e-9))
print(math.isfinite(1e308), math.isinf(-math.inf), math.isnan(math.nan), math.isfinite(math.nan))
print(math.ulp(1.0), math.nextafter(1.0, 2.0), math.ulp(0.0), math.nextafter(0.0, -1.0))

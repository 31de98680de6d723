import cmath

for z in (1 + 2j, -1.5 + 0.5j, 3j, -2, 0.25, complex(-0.0, -1), 1e-9 + 900j):
    print(z, cmath.sqrt(z), cmath.exp(z / 10), cmath.log(z), cmath.log10(z), cmath.phase(z), cmath.polar(z))
    print(cmath.sin(z / 5), cmath.cos(z / 5), cmath.tan(z / 5), cmath.sinh(z / 5), cmath.cosh(z / 5), cmath.tanh(z / 5))
    print(cmath.asin(z), cmath.acos(z), cmath.atan(z + 0.5), cmath.asinh(z), cmath.acosh(z), cmath.atanh(z))
print(cmath.rect(2, cmath.pi / 3), cmath.rect(1, 0), cmath.log(8, 2), cmath.e, cmath.tau, cmath.infj, cmath.nanj, cmath.inf)
print(cmath.isclose(1 + 1j, 1 + 1.0000000001j), cmath.isfinite(1j), cmath.isinf(complex(1, cmath.inf)), cmath.isnan(complex(cmath.nan, 0)))
print(cmath.sqrt(complex(-cmath.inf, 1)), cmath.exp(complex(-cmath.inf, 2)), cmath.log(complex(cmath.inf, -1)), cmath.atan(complex(0, cmath.inf)))
roots = [cmath.rect(1, 2 * cmath.pi * k / 5) for k in range(5)]
print([f"{r:.3f}" for r in roots], abs(sum(roots)) < 1e-12)


def fft(x):
    n = len(x)
    if n == 1:
        return x
    even, odd = fft(x[::2]), fft(x[1::2])
    twiddled = [cmath.exp(-2j * cmath.pi * k / n) * odd[k] for k in range(n // 2)]
    return [e + t for e, t in zip(even, twiddled)] + [e - t for e, t in zip(even, twiddled)]


print([round(abs(v), 6) for v in fft([1, 1, 1, 1, 0, 0, 0, 0])])


class Half:
    def __complex__(self):
        return 0.5 + 0j


print(cmath.sqrt(Half()))
for call in (lambda: cmath.log(0), lambda: cmath.sqrt("a"), lambda: cmath.exp(1000), lambda: cmath.atanh(1), lambda: cmath.cosh(complex(0, cmath.inf)), lambda: cmath.log(2, 1), lambda: cmath.rect("a", 1), lambda: cmath.isclose(1, 2, rel_tol=-1), lambda: cmath.rect(1, cmath.inf), lambda: cmath.sin(None)):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)

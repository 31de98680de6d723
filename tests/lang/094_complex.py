for z in [1 + 2j, -1.5 - 0j, 0j, 1j, 3 + 0j, 1e20 + 1e-20j, -0j, complex(0, -1), complex('1+2j'), complex(' ( -1.5e3-2J ) '), complex('j'), complex(1, 2), complex(1j, 1j), complex(), complex(2.5), complex('nan'), complex('-inf+nanj'), complex(real=3, imag=1)]:
    print(z, repr(z), z.real, z.imag, z.conjugate(), bool(z), abs(z) if z == z else 'nan', -z, +z, f'{z:.2f}', f'{z:>25}', f'{z:e}', f'{z:g}', f'{z}', str(z))
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
a, b = 1 + 2j, 3 - 4j
print(a + b, a - b, a * b, a / b, a ** 2, a ** -1, a ** 0, a ** 0.5, a ** b, 2 ** a, a + 1, 1 - a, 2 * a, a / 2, 1 / a, a * 1.5, a == 1 + 2j, a != b, a == 1, 3 + 0j == 3, 3 == 3 + 0j, 3.0 == 3 + 0j, hash(3 + 0j) == hash(3), {1j: 'x'}[1j], sum([1j, 2, 3.5]), abs(3 + 4j), (1j) ** 2, 1j * 1j, (-8) ** (1 / 3), (-1) ** 0.5)
for f in (lambda: a < b, lambda: a // b, lambda: a % b, lambda: divmod(a, b), lambda: int(a), lambda: float(a), lambda: ~a, lambda: a / 0, lambda: 0j ** -1, lambda: 0j ** 1j, lambda: complex('x'), lambda: complex('1+'), lambda: complex('1', 2), lambda: complex(1, '2'), lambda: complex([]), lambda: complex(1, []), lambda: complex(None), lambda: a.foo, lambda: f'{a:d}', lambda: f'{a:05}', lambda: f'{a:=20}', lambda: round(a), lambda: sorted([1j, 2j]), lambda: max(1j, 2), lambda: a.real.is_integer(), lambda: a ** 1000, lambda: (1e200 + 1e200j) * (1e200 + 1e200j), lambda: abs(complex(1e308, 1e308)), lambda: pow(1j, 2, 3), lambda: '%f' % 1j, lambda: [1][1j], lambda: a & 1): t(f)
class C:
    def __complex__(self): return 5 + 1j
class D:
    def __float__(self): return 2.5
class E:
    def __index__(self): return 7
print(complex(C()), complex(D()), complex(E()), complex(E(), D()), complex(True), complex('1e3-2.5e-1j'), complex('infj'), complex('1_0+2_0j'))

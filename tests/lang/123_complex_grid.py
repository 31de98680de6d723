# floats & complex
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
import math
inf = float('inf'); nan = float('nan')
for z in [1+2j, -1.5-0j, 0j, 1j, complex(inf, nan), complex(-0.0, -0.0), 3+0j, 1e20+1e-20j, -0j, complex(0, -1)]:
    t(lambda: z); t(lambda: str(z)); t(lambda: (-z, +z, bool(z), z.real, z.imag, z.conjugate())); t(lambda: abs(z)); t(lambda: hash(z) if z == z else 0); t(lambda: format(z, '.2f')); t(lambda: format(z, '')); t(lambda: format(z, '>20')); t(lambda: format(z, 'g')); t(lambda: format(z, '+.1e')); t(lambda: int(z)); t(lambda: float(z)); t(lambda: z < 1); t(lambda: z // 1); t(lambda: z % 1); t(lambda: divmod(z, 1)); t(lambda: ~z); t(lambda: z == z.real); t(lambda: round(z)); t(lambda: math.sqrt(z))
    for w in [2, 1.5, 1j, 1-1j, 0, 0.5, -1, 3, complex(2, 3), 100, 101]:
        t(lambda: z + w); t(lambda: w - z); t(lambda: z * w); t(lambda: z / w); t(lambda: w / z); t(lambda: z ** w); t(lambda: w ** z); t(lambda: (z == w, z != w))
t(lambda: (-8) ** (1/3)); t(lambda: (-1) ** 0.5); t(lambda: complex('1+2j') * 2); t(lambda: complex(1, 2) == 1+2j); t(lambda: {1+0j: 'x'}[1]); t(lambda: sum([1j, 2])); t(lambda: complex(3) == 3); t(lambda: 1j ** 2); t(lambda: (1+1j) ** -2); t(lambda: 2 ** 1j); t(lambda: 1j.foo); t(lambda: (1+2j).real.is_integer())


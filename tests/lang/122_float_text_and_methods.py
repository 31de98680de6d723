# floats & complex
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
import math
inf = float('inf'); nan = float('nan')
for s in ['1.5', '1e5', '.5', '5.', '1_0.0', 'inf', '-Infinity', 'nan', '+1', ' 1 ', '1e', 'e5', '', '.', '1..2', '0x10', '1_', '1e400', '1e-400', 'infin', '- 1', '1 2', '1e+05', 'NaN', '1.5e3_0', '١.٥']: t(lambda: float(s))
t(lambda: float.fromhex('0x1.8p3')); t(lambda: float.fromhex('1.8')); t(lambda: float.fromhex('-0x.1p-3')); t(lambda: float.fromhex('inf')); t(lambda: float.fromhex('zz')); t(lambda: 1.5.__round__()); t(lambda: 1.5 + 'a'); t(lambda: 1.5 & 1); t(lambda: 1.5 << 1); t(lambda: ~1.5); t(lambda: 1.0 == 1); t(lambda: 2**53 == 2.0**53); t(lambda: 2**53 + 1 == float(2**53)); t(lambda: 10**400 > 1e308); t(lambda: 1e308 < 10**400); t(lambda: nan in [nan]); t(lambda: [nan] == [nan]); t(lambda: nan == nan); t(lambda: min(nan, 1)); t(lambda: max(1, nan)); t(lambda: sorted([3.0, 1, 2.5])); t(lambda: 0.1 + 0.2 == 0.3); t(lambda: math.isclose(0.1 + 0.2, 0.3)); t(lambda: sum([0.1] * 10)); t(lambda: math.fsum([0.1] * 10)); t(lambda: 1e3.real); t(lambda: 1.5.imag); t(lambda: 1.5.conjugate()); t(lambda: float.__add__(1.0, 2)); t(lambda: (1.5).__add__('a')); t(lambda: 1.5.foo); t(lambda: {0.0: 1}[-0.0]); t(lambda: -0.0 == 0.0); t(lambda: str(-0.0)); t(lambda: math.copysign(1, -0.0)); t(lambda: format(1.5, 'd')); t(lambda: format(1.5, 'x')); t(lambda: format(1.5, '.')); t(lambda: format(1.5, '10.2.3')); t(lambda: format(1.5, 'zz')); t(lambda: f'{1234.5678:,.2f} {0.000012345:.3g} {1e10:g} {1e-10} {123456.0:g} {1234567.0:g}')


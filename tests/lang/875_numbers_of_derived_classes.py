class X(str):
    def __format__(self, o): return 'F:' + o
x = X('ab')
print(f'{x}', f'{x!s}', f'{x:>5}', '{}'.format(x), '{:>4}'.format(x), format(x), format(x, ''), 'a{}'.format(x), f'{x} {x}', '{0} {0}'.format(x), '{x}'.format(x=x), '{a} {a}'.format_map({'a': x}))
class Z(str):
    def __format__(self, o): return 5
z = Z('q')
for f in (lambda: f'{z}', lambda: f'{z} {z}', lambda: '{}'.format(z), lambda: format(z), lambda: f'{z:3}', lambda: '{0} {0}'.format(z), lambda: '{!s:3}'.format(z)):
    try: print(repr(f()))
    except TypeError as e: print(e)
class C(int):
    def __complex__(self): return 2j
class D(float):
    def __float__(self): return 9.0
class E(str):
    def __float__(self): return 4.0
print(complex(C(3)), complex(D(1.5)), complex(1, D(2.0)), float(D(1.5)))
for f in (lambda: '%d' % E('ab'), lambda: '%d' % E('12'), lambda: '%f' % E('ab'), lambda: float(E('12')), lambda: '%x' % E('12')):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)

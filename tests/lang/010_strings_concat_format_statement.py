name, n = 'world', 3
print('hello ' + name, 'hello %s' % name, 'hello {}'.format(name), f'hello {name}', 'a' 'b', 'x' * n)
print(f'{n:>5}|{n:<5}|{n:^5}|{n:05}|{n:+}|{n:x}|{n!r}|{name!r:>10}|{name:.2}|{n=}|{n = }|{name=!s}')
print(f'{"nested " + f"{n}"}', f"{'q'}", f'{{literal}}', f'{n:{n}}', f'{n:{"0"}{n + 2}}', f'{3.14159:.{n}f}', f'{[i for i in range(n)]}', f'{ {1: 2}[1] }', f'{(lambda x: x * 2)(n)}')
print(f'''multi
{n}
line''', f'{n}' 'plain' f'{name}')
print('%d %5.2f %s %r %x %o %e %g %c %% %+d %05d %-5d|' % (1, 2.5, 'a', 'b', 255, 8, 12345.678, 0.0001, 'z', 5, 42, 7))
print('%(a)s-%(b)d' % {'a': 1, 'b': 2}, '%s' % (1,), '%s' % [1, 2], '%s %s' % ('a', None), '%.3s|' % 'abcdef', '%*d' % (5, 3), '%-*d|' % (5, 3))
print('{0} {1} {0}'.format('a', 'b'), '{a} {b:>4}'.format(a=1, b=2), '{:>{w}}'.format('x', w=5), '{0[1]} {1.real} {2[k]}'.format([1, 2], 3, {'k': 'v'}), '{!r:^7}'.format('a'), '{{}}'.format())
class F:
    def __format__(self, s): return f'F<{s}>'
    def __str__(self): return 'str'
    def __repr__(self): return 'repr'
print(f'{F()} {F():abc} {F()!s} {F()!r:>6} {F()!a}', '{:x y}'.format(F()), '%s %r' % (F(), F()), format(F(), 'q'))
for bad in ("'{'.format()", "'}'.format()", "'{}'.format()", "'{x}'.format()", "'{0.foo}'.format(1)", "'{0[9]}'.format([1])", "'%d' % 'a'", "'%s %s' % 1", "'%s' % (1, 2)", "'%q' % 1", "'{:d}'.format('a')", "'{:5.2z}'.format(1.0)", "'%(x)s' % {}", "'{} {0}'.format(1)"):
    pass
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for f in (lambda: '{'.format(), lambda: '}'.format(), lambda: '{}'.format(), lambda: '{x}'.format(), lambda: '{0.foo}'.format(1), lambda: '{0[9]}'.format([1]), lambda: '%d' % 'a', lambda: '%s %s' % 1, lambda: '%s' % (1, 2), lambda: '%q' % 1, lambda: '{:d}'.format('a'), lambda: '%(x)s' % {}, lambda: '{} {0}'.format(1), lambda: f'{1:q}', lambda: f'{"a":d}', lambda: f'{[]:5}', lambda: f'{None:>5}', lambda: f'{1.5:d}', lambda: '%c' % 'ab', lambda: '%x' % 1.5): t(f)

print(); print(''); print(1, 2, sep=''); print('a', end=''); print('b'); print(*[], sep='x'); print(*'abc', sep='-', end='!\n')
print(None, True, 1.0, 'x', [1], sep='|'); print('a\nb', 'c\td'); print('x', end=' '); print('y', end='\n\n'); print(1, sep=None, end=None)
import sys, io
out = io.StringIO(); print('to', 'buffer', file=out, sep='_', end='.'); print(repr(out.getvalue()))
class W:
    def write(self, s): sys.stdout.write(f'<{s!r}>')
print('a', 1, file=W()); print()
class S:
    def __str__(self): print('in str', end=' '); return 'S'
print('before', S(), 'after')
class B:
    def __str__(self): raise ValueError('no text')
for k in ({'sep': 1}, {'end': 2}, {'nope': 3}):
    try: print('x', **k)
    except TypeError as e: print(e)
try: print('shown', B(), 'never')
except ValueError as e: print('|', e)
print(print('inner'), (print('a'), print('b')))
print('%5s|%-5s|%05.1f' % ('a', 'b', 2.25), '{:>5}|{:<5}|{:^5}'.format('a', 'b', 'c'), f'{"a":*^5}')
for i in range(3): print(i, end=',' if i < 2 else '\n')
print("it's", 'say "hi"', 'both \' and "', repr("it's"), repr('say "hi"'), repr('both \' and "'))
print([1.0, 'a', None], ('b',), {'k': 'v'}, {1}, [[]], {'n': {'m': [()]}})

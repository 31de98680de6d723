def t(f):
    try: f()
    except BaseException as e: print(type(e).__name__, '|', e, '|', e.args, '|', repr(e))
def r(*a):
    if not a: raise
    if len(a) == 1: raise a[0]
    raise a[0] from a[1]
t(lambda: r(ValueError)); t(lambda: r(ValueError())); t(lambda: r(ValueError('a'))); t(lambda: r(ValueError('a', 2))); t(lambda: r(ValueError(('a',)))); t(lambda: r(5)); t(lambda: r('text')); t(lambda: r(int)); t(lambda: r(None)); t(lambda: r(ValueError, 5)); t(lambda: r(ValueError, KeyError)); t(r)
t(lambda: r(KeyError('k'))); t(lambda: r(KeyError())); t(lambda: r(KeyError('a', 'b'))); t(lambda: r(KeyError(('t',)))); t(lambda: r(StopIteration(3))); t(lambda: r(SystemExit(2))); t(lambda: r(KeyboardInterrupt)); t(lambda: r(GeneratorExit())); t(lambda: r(AssertionError('m'))); t(lambda: r(NotImplementedError)); t(lambda: r(OSError(2, 'No such file'))); t(lambda: r(OSError(13, 'denied', 'f.txt'))); t(lambda: r(OSError('just text'))); t(lambda: r(FileNotFoundError(2, 'x'))); t(lambda: r(UnicodeDecodeError('utf-8', b'\xff', 0, 1, 'bad'))); t(lambda: r(ImportError('m', name='n'))); t(lambda: r(RecursionError('deep'))); t(lambda: r(TimeoutError('late'))); t(lambda: r(Warning('w'))); t(lambda: r(ArithmeticError(1, 2, 3)))
class My(Exception): pass
class Args(Exception):
    def __init__(self, a, b): self.a, self.b = a, b
class Str(Exception):
    def __str__(self): return 'custom str'
class Both(KeyError, AttributeError): pass
class NoSuper(Exception):
    def __init__(self, msg): self.msg = msg
t(lambda: r(My)); t(lambda: r(My('x'))); t(lambda: r(Args(1, 2))); t(lambda: r(Args)); t(lambda: r(Str(5))); t(lambda: r(Both('b'))); t(lambda: r(NoSuper('m')))
class NotReally:
    def __new__(cls): return 5
t(lambda: r(NotReally))
def ass(c, *m):
    if m: assert c, m[0]
    else: assert c
t(lambda: ass(0)); t(lambda: ass([], 'empty')); t(lambda: ass('', (1, 2))); t(lambda: ass(None, 5)); ass(1)
try:
    try: raise ValueError('first')
    except ValueError as e:
        err = e
        raise
except ValueError as e: print(e is err, e.__context__, e.__cause__)
try: raise err
except ValueError as e: print(e is err)
e1 = ValueError('reused')
for _ in range(2):
    try: raise e1
    except ValueError as e: print(e is e1)
def raiser(e):
    try: raise e
    finally: print('finally ran')
t(lambda: raiser(My('in finally')))
print(ValueError('a') == ValueError('a'), ValueError('a').args == ValueError('a').args, isinstance(KeyError(), LookupError), Exception.__name__, str(Exception()), repr(Exception()), str(Exception('a', 'b')), bool(Exception()))

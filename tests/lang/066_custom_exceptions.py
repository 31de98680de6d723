class AppError(Exception):
    """Base."""
    code = 0
    def __init__(self, message='default', *, details=None):
        super().__init__(message)
        self.details = details or {}
class NotFound(AppError):
    code = 404
    def __str__(self): return f'{self.code}: {super().__str__()} {self.details}'
class Wrapped(AppError):
    def __init__(self, inner): super().__init__(f'wrapped {inner!r}'); self.inner = inner
def work(n):
    if n == 0: raise AppError
    if n == 1: raise AppError('msg')
    if n == 2: raise NotFound('page', details={'id': 5})
    if n == 3:
        try: return {}['missing']
        except KeyError as e: raise Wrapped(e) from e
    if n == 4: raise NotFound(details={'x': 1})
    return 'ok'
for i in range(6):
    try: print(work(i))
    except NotFound as e: print('NF', e, e.code, e.details, e.args)
    except Wrapped as e: print('W', e, repr(e.__cause__), e.inner is e.__cause__)
    except AppError as e: print('A', e, repr(e), e.code, e.args)
print(issubclass(NotFound, AppError), AppError.__doc__, [c.__name__ for c in NotFound.__mro__])
class Eq(Exception):
    def __eq__(self, o): return type(o) is type(self) and self.args == o.args
    def __hash__(self): return hash(self.args)
print(Eq(1) == Eq(1), Eq(1) == Eq(2), {Eq(1), Eq(1)} == {Eq(1)})
class Multi(ValueError, KeyError): pass
try: raise Multi('m')
except KeyError as e: print(repr(e), str(e), [c.__name__ for c in type(e).__mro__])
class BadStr(Exception):
    def __str__(self): raise RuntimeError('no str')
try: str(BadStr())
except RuntimeError as e: print(e)
class WithAttrs(Exception):
    def __init__(self, **kw): self.__dict__.update(kw)
try: raise WithAttrs(a=1, b=2)
except WithAttrs as e: print(e.a, e.b, e.args, repr(e), vars(e))
e = ValueError('n'); e.add_note('note1'); e.add_note('note2'); print(e.__notes__, e.custom if hasattr(e, 'custom') else 'none')
e.custom = 5; print(e.custom, e.args); e.args = ('new', 1); print(e, repr(e))
try: e.add_note(1)
except TypeError as x: print(x)
try: e.args = 5
except TypeError as x: print(x)
print(e.with_traceback(None) is e, e.__traceback__)
try: raise KeyError('tb')
except KeyError as x: print(x.__traceback__ is not None, type(x.__traceback__).__name__)
class Base(BaseException): pass
try:
    try: raise Base('b')
    except Exception: print('not caught')
except BaseException as x: print('base', x)
class Cond(Exception):
    def __new__(cls, *a): o = super().__new__(cls, *a); o.made = True; return o
print(Cond('z').made, Cond('z').args)
def retry(n, f):
    for i in range(n):
        try: return f(i)
        except ValueError as e: last = e; print('retry', i, e)
    raise last
print(retry(3, lambda i: 10 // i if i else int('x')))
try: retry(2, lambda i: int('bad'))
except ValueError as e: print('gave up', e)

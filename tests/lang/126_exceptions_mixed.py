# exceptions
def f(g):
    try: return g()
    except Exception as e: print(type(e).__name__, '|', e, '|', e.args, '|', repr(e))
def r(e): raise e
f(lambda: r(ValueError())); f(lambda: r(ValueError('a'))); f(lambda: r(ValueError('a', 2))); f(lambda: r(ValueError(('a',))))
f(lambda: {}['k']); f(lambda: {}[('a',)]); f(lambda: r(KeyError())); f(lambda: r(KeyError('a', 'b')));f(lambda: [][1]); f(lambda: r(OSError(2, 'No such file'))); f(lambda: r(OSError(2, 'No', 'fn'))); f(lambda: r(StopIteration(3))); f(lambda: next(iter([])))
f(lambda: r(UnicodeDecodeError('utf-8', b'\xff', 0, 1, 'bad'))); f(lambda: b'\xff'.decode()); f(lambda: '\u1234'.encode('ascii')); f(lambda: undefined_name); f(lambda: int('x')); f(lambda: r(NotImplementedError)); f(lambda: r(AssertionError('x')))
def asrt(): assert 1 == 2, 'msg'
f(asrt)
def asrt2(): assert []
f(asrt2)
def unb():
    print(zz)
    zz = 1
f(unb)
def free():
    def g(): return qq
    if 0: qq = 1
    g()
f(free)
# chaining
try:
    try: 1/0
    except ZeroDivisionError as e: raise ValueError('v') from e
except ValueError as e: print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    try: 1/0
    except ZeroDivisionError: raise ValueError('v')
except ValueError as e: print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    try: 1/0
    except ZeroDivisionError: raise ValueError('v') from None
except ValueError as e: print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
# finally order
def fin(n):
    try:
        if n == 0: return 'ret'
        if n == 1: raise KeyError('x')
        if n == 2: pass
        print('body end')
    except KeyError as e: print('exc', e); return 'exc'
    else: print('else'); return 'else'
    finally: print('finally', n)
for i in range(4): print(fin(i))
def fin2():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            print('i', i)
        finally: print('fin', i)
    return 'done'
print(fin2())
def fin3():
    try: return 1
    finally: return 2
print(fin3())
def fin4():
    while True:
        try: raise ValueError
        finally: break
    return 'swallowed'
print(fin4())
try:
    try: raise KeyError(1)
    finally: print('cleanup')
except KeyError as e: print('caught', e)
try: e
except NameError as x: print(x)
# nested
try:
    try: raise ValueError(1)
    except TypeError: print('no')
except ValueError: print('yes')
try: raise (ValueError)
except (TypeError, ValueError) as e: print(repr(e))
# re-raise
try:
    try: raise ValueError('re')
    except ValueError: raise
except ValueError as e: print(e, e.__context__)
try: raise
except RuntimeError as e: print(e)
# with exceptions
class CM:
    def __init__(self, s): self.s = s
    def __enter__(self): print('in'); return self
    def __exit__(self, t, v, tb): print('out', t.__name__ if t else None, v, tb is None); return self.s
with CM(True): raise ValueError('sup')
try:
    with CM(False): raise ValueError('nosup')
except ValueError as e: print('got', e)
with CM(0) as a, CM(1) as b: print(a.s, b.s)
def wr():
    with CM(0): return 5
print(wr())
# groups of exceptions, notes
e = ValueError('n'); e.add_note('note1'); e.add_note('note2'); print(e.__notes__)
try: e.add_note(1)
except TypeError as x: print(x)
print(ValueError('a') == ValueError('a'), isinstance(KeyError(), LookupError), issubclass(ZeroDivisionError, ArithmeticError))
for c in [ValueError, KeyError, OSError, ConnectionError, TimeoutError, UnicodeError, ModuleNotFoundError, RecursionError, IndentationError, FloatingPointError, StopAsyncIteration]: print([k.__name__ for k in c.__mro__])
print(ValueError.__doc__ is not None, Exception('x').with_traceback(None))
class MyE(Exception): pass
class MyE2(MyE, KeyError): pass
try: raise MyE2('q')
except KeyError as e: print(repr(e), str(e), MyE2.__mro__)
try: raise MyE
except MyE as e: print(repr(e), e.args, str(e) == '')
def gen():
    try: yield 1
    except ValueError as e: print('in gen', e); yield 2
    finally: print('gen fin')
g = gen(); print(next(g), g.throw(ValueError('t'))); g.close()
try: next(g)
except StopIteration as e: print('stop', e.value)
def rec(n): return rec(n + 1)
try: rec(0)
except RecursionError as e: print(e)
x = None
try: raise ValueError('scope')
except ValueError as x: pass
try: print(x)
except NameError as er: print(er)


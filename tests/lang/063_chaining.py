def show(e): print(type(e).__name__, '| cause', repr(e.__cause__), '| context', repr(e.__context__), '| suppress', e.__suppress_context__)
try:
    try: 1 / 0
    except ZeroDivisionError as e: raise ValueError('v') from e
except ValueError as e: show(e)
try:
    try: 1 / 0
    except ZeroDivisionError: raise ValueError('v')
except ValueError as e: show(e)
try:
    try: 1 / 0
    except ZeroDivisionError: raise ValueError('v') from None
except ValueError as e: show(e)
try:
    try: 1 / 0
    except ZeroDivisionError: raise ValueError from KeyError('explicit')
except ValueError as e: show(e); show(e.__cause__)
try:
    try: 1 / 0
    finally: raise KeyError('in finally')
except KeyError as e: show(e)
try:
    try:
        try: {}['a']
        except KeyError: [][1]
    except IndexError: int('x')
except ValueError as e:
    n = e
    while n: print(repr(n), end=' <- '); n = n.__context__
    print()
def f():
    try: 1 / 0
    except ZeroDivisionError:
        try: raise ValueError('inner')
        except ValueError as e: show(e)
        raise
try: f()
except ZeroDivisionError as e: show(e)
try:
    try: raise ValueError(1)
    except ValueError as e: raise e
except ValueError as e: show(e)
try:
    try: raise ValueError(1)
    except ValueError as e: raise e from e
except ValueError as e: print(e.__cause__ is e)
class CM:
    def __enter__(self): return self
    def __exit__(self, *a): raise RuntimeError('exit')
try:
    with CM(): raise ValueError('body')
except RuntimeError as e: show(e)
e = ValueError('x')
e.__cause__ = KeyError('c'); show(e)
e.__context__ = IndexError('i'); show(e)
e.__suppress_context__ = False; show(e)
try: e.__cause__ = 5
except TypeError as x: print(x)
try: e.__context__ = 'a'
except TypeError as x: print(x)
def gen():
    try: yield 1
    except ValueError: raise KeyError('from gen')
g = gen(); next(g)
try: g.throw(ValueError('thrown'))
except KeyError as e: show(e)
def no_context():
    try: raise ValueError
    except ValueError: pass
    try: raise KeyError
    except KeyError as e: show(e)
no_context()
def stop():
    raise StopIteration('s')
    yield
try: next(stop())
except RuntimeError as e: show(e)
try:
    try: raise TypeError('a')
    except TypeError: int('b')
except ValueError as e: print(str(e), '/', e.__context__)

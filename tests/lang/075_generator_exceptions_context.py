def g():
    try: yield 1
    except ValueError as e: print('inside', e, repr(e.__context__)); yield 2
    yield 3
it = g()
next(it)
try: 1 / 0
except ZeroDivisionError: print(it.throw(ValueError('thrown')))
def handled():
    try: 1 / 0
    except ZeroDivisionError:
        yield 'in except'
        try: raise
        except ZeroDivisionError as e: yield f'reraised {e}'
print(list(handled()))
def leak():
    try: raise KeyError('k')
    except KeyError: yield 1
x = leak(); next(x)
try: raise
except RuntimeError as e: print(e)
def outer():
    try: yield from inner()
    except KeyError as e: print('outer got', e); yield 'recovered'
def inner():
    yield 1
    raise KeyError('from inner')
print(list(outer()))
def ctx_check():
    try: yield
    except ValueError: raise TypeError('t')
c = ctx_check(); next(c)
try: c.throw(ValueError('v'))
except TypeError as e: print(repr(e), repr(e.__context__))
def fin():
    try: yield 1
    finally:
        print('fin')
f = fin()
try:
    for v in f: raise IndexError('loop body')
except IndexError as e: print(e)
f.close()
def gen_raise(): raise ValueError('immediately'); yield
r = gen_raise()
try: next(r)
except ValueError as e: print(e)
print(list(r))
def two():
    for i in range(3):
        try: yield i
        except ValueError: print('skip', i)
t = two(); print(next(t), t.throw(ValueError), next(t), next(t, 'done'))
def cond(): return (yield 1) if True else 2
c = cond(); next(c)
try: c.send('v')
except StopIteration as e: print(e.value)
def with_gen():
    import contextlib
    with contextlib.suppress(ValueError): yield 1; raise ValueError
    yield 2
print(list(with_gen()))
print([i for i in (1 // x if x else 'z' for x in (1, 0, 2))])
def lazy_error(): return (1 / x for x in (1, 0))
l = lazy_error(); print(next(l))
try: next(l)
except ZeroDivisionError as e: print(e)
print(list(l))
def loop_else():
    for i in range(2): yield i
    else: yield 'else'
print(list(loop_else()))
def match_gen(v):
    match v:
        case [x, *r]: yield x; yield from match_gen(r)
        case _: yield 'end'
print(list(match_gen([1, 2])))

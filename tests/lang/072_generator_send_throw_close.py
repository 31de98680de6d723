def acc():
    total = 0
    while True:
        v = yield total
        if v is None: return total
        total += v
a = acc(); next(a); print(a.send(5), a.send(7))
try: a.send(None)
except StopIteration as e: print(e.value)
def inner():
    try:
        while True:
            try: x = yield; print('inner', x)
            except ValueError as e: print('VE', e)
    finally: print('inner fin')
def outer(): yield from inner()
o = outer(); next(o); o.send(1); o.throw(ValueError('boo')); o.close()
def ctx():
    print('start')
    try: yield 5
    except GeneratorExit: print('GE'); raise
    finally: print('cleanup')
c = ctx(); next(c); c.close(); c.close()
def bad():
    try: yield 1
    except GeneratorExit: yield 2
b = bad(); next(b)
try: b.close()
except RuntimeError as e: print(e)
def reent(): yield next(me)
me = reent()
try: next(me)
except ValueError as e: print(e)
def thr():
    try: yield 1
    except KeyError: yield 'ke'
    yield 'after'
t = thr(); next(t); print(t.throw(KeyError), next(t))
t = thr()
try: t.throw(ValueError, 'before start')
except ValueError as e: print(e)
try: next(t)
except StopIteration: print('finished')
t = thr(); next(t)
for bad_ in (5, 'x', int):
    try: t.throw(bad_)
    except TypeError as e: print(e)
t = thr(); next(t)
try: t.throw(TypeError('tt'))
except TypeError as e: print(e, e.__context__)
def closing():
    try: yield 1
    finally: print('closing fin')
for x in closing(): break
g = closing(); next(g); del g
g = closing(); g.close(); print('never started')
def ret_in_exit():
    try: yield
    except GeneratorExit: return 'x'
r = ret_in_exit(); next(r); print(r.close())
def raises_in_close():
    try: yield
    finally: raise ValueError('in close')
r = raises_in_close(); next(r)
try: r.close()
except ValueError as e: print(e)
def stop_inside(): yield 1; raise StopIteration('bad')
try: list(stop_inside())
except RuntimeError as e: print(e, repr(e.__cause__))
def nested_next(): yield next(iter([]))
try: list(nested_next())
except RuntimeError as e: print(e)
def echo():
    r = None
    while True: r = yield r
e = echo(); next(e); print([e.send(i) for i in range(3)])
def avg():
    n, s = 0, 0.0
    v = yield
    while True: n += 1; s += v; v = yield s / n
m = avg(); next(m); print(m.send(1), m.send(2), m.send(6))
print(m.gi_running, m.gi_frame is not None)
def handler():
    while True:
        try: x = yield
        except (ValueError, TypeError) as e: print('handled', type(e).__name__)
h = handler(); next(h); h.throw(ValueError); h.throw(TypeError('t')); h.close()
def yield_in_finally():
    try: yield 1
    finally: yield 2
y = yield_in_finally(); print(next(y))
try: y.throw(KeyError('k'))
except KeyError: print('no')
else: print('suspended in finally')
try: next(y)
except KeyError as e: print('then', e)

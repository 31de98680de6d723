x = 'g'
def f():
    x = 'f'
    def g():
        nonlocal x
        x = 'g2'
        return x
    g()
    return x
print(f(), x)
def h():
    global x, newg
    x = 'changed'
    newg = 1
h()
print(x, newg)
def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def get(): return n
    return inc, get
inc, get = counter()
print(inc(), inc(5), get())
def outer():
    v = 1
    def mid():
        def inner():
            nonlocal v
            v += 1
            return v
        return inner
    return mid()(), v
print(outer())
def shadow():
    print = lambda *a: 'shadowed'
    return print('x')
print(shadow())
def cond(flag):
    if flag: loc = 1
    return loc
for a in (True, False):
    try: print(cond(a))
    except UnboundLocalError as e: print(e)
def free():
    def g(): return later
    try: g()
    except NameError as e: print(e)
    later = 5
    return g()
print(free())
class K:
    x = 'class'
    def m(self): return x
    y = x
    lst = [x for _ in range(1)]
print(K().m(), K.y, K.lst)
def gl():
    global G
    class G: pass
    def inner():
        global H2
        H2 = 'deep'
    inner()
gl()
print(G.__qualname__, H2)
def delnl():
    a = 1
    def d():
        nonlocal a
        del a
    d()
    try: return a
    except NameError as e: return type(e).__name__, str(e)
print(delnl())
for loopvar in range(3): pass
print(loopvar, [loopvar2 for loopvar2 in range(2)], 'loopvar2' in globals())
def nested_default(v=x):
    def inner(v=v): return v
    return inner()
print(nested_default(), nested_default('z'))
exec_like = globals()
exec_like['dynamic'] = 5
print(dynamic, sorted(k for k in locals() if k == 'dynamic'))

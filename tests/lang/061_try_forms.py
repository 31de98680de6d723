def fin(n):
    try:
        if n == 0: return 'ret'
        if n == 1: raise KeyError('x')
        if n == 2: raise ValueError('v')
        print('body end')
    except KeyError as e: print('exc', e); return 'exc'
    except (ValueError, TypeError) as e: print('multi', type(e).__name__)
    else: print('else'); return 'else'
    finally: print('finally', n)
    return 'end'
for i in range(4): print(fin(i))
def f1():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            print('i', i)
        finally: print('fin', i)
    return 'done'
print(f1())
def f2():
    try: return 1
    finally: return 2
print(f2())
def f3():
    while True:
        try: raise ValueError
        finally: break
    return 'swallowed'
print(f3())
def f4():
    try:
        try: return 'inner'
        finally: print('fin1')
    finally: print('fin2')
print(f4())
def f5():
    for i in range(2):
        try:
            try: 1 / 0
            finally: continue
        finally: print('outer', i)
    return 'ok'
print(f5())
def f6(x):
    try: x.append(1); return x
    finally: x.append(2)
print(f6([]))
def f7():
    x = 1
    try: return x
    finally: x = 2
print(f7())
try: print('plain')
finally: print('fin')
try:
    try: raise KeyError(1)
    finally: print('cleanup')
except KeyError as e: print('caught', e)
try: pass
except: pass
else: print('else runs')
try: raise ValueError
except Exception as e: print(repr(e))
try: raise ValueError('x')
except: print('bare')
try:
    try: raise ValueError(1)
    except TypeError: print('no')
    else: print('no else')
    finally: print('fin')
except ValueError: print('outer got it')
def gen():
    try: yield 1; yield 2
    finally: print('gen closed')
for v in gen():
    print(v); break
e = 'before'
try: 1 / 0
except ZeroDivisionError as e: pass
try: e
except NameError as x: print(x)
classes = (KeyError, IndexError)
try: [][0]
except classes as e: print(type(e).__name__)
def get_exc(): print('evaluated'); return ValueError
try: raise ValueError
except TypeError: pass
except get_exc(): print('dynamic')
try:
    try: 1 / 0
    except 'not a class': pass
except TypeError as e: print(e)
try:
    try: 1 / 0
    except (ValueError, 5): pass
except TypeError as e: print(e)

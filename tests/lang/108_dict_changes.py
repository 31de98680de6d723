def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
def it1():
    d = {1: 1, 2: 2}
    for k in d: d[k + 10] = 1
def it2():
    d = {1: 1, 2: 2}
    for k in d: del d[k]
def it3():
    d = {1: 1, 2: 2}
    for k in d: d[k] = 5
    return d
def it4():
    s = {1, 2}
    for k in s: s.add(k + 10)
def it5():
    d = {1: 1, 2: 2, 3: 3}
    for k in list(d):
        if k != 2: del d[k]
    return d
def deld():
    d = {}; del d['x']
def order():
    d = {'a': 1, 'b': 2, 'c': 3}; del d['a']; d['a'] = 4; d['b'] = 9; return d
for f in [it1, it2, it3, it4, it5, deld, order]: t(f)
d = {}; d['x'] = d.get('x', 0) + 1; d.setdefault('l', []).append(1); print(d); d |= {'y': 2}; print(d)
d |= [('z', 3)]; print(d)


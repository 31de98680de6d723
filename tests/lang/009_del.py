x = 1
del x
try: x
except NameError as e: print(e)
l = [1, 2, 3, 4, 5, 6]
del l[0], l[-1]; print(l)
del l[1:3]; print(l)
l = list(range(10)); del l[::3]; print(l)
del l[-2:]; print(l)
d = {'a': 1, 'b': 2}; del d['a']; print(d)
class O: pass
o = O(); o.x = 1; del o.x
for f in (lambda: o.x, lambda: d['zz']):
    try: f()
    except (AttributeError, KeyError) as e: print(type(e).__name__, e)
def g():
    a = 1
    del a
    try: return a
    except UnboundLocalError as e: return str(e)
print(g())
a, b, c = 1, 2, 3
del (a, b), [c]
try: a
except NameError as e: print(e)
def bad(f):
    try: f()
    except Exception as e: print(type(e).__name__, e)
def d1(): del l[100]
def d2(): del d['nope']
def d3(): del o.nope
def d4(): del undefined_thing
def d5(): t = (1,); del t[0]
def d6(): s = 'ab'; del s[0]
def d7(): n = 5; del n[0]
def d8(): del l['a']
def d9(): del l[0:2:0]
for f in (d1, d2, d3, d4, d5, d6, d7, d8, d9): bad(f)
for i in range(2): pass
del i
try: i
except NameError as e: print(e)
class D:
    def __delitem__(self, k): print('delitem', k)
    def __delattr__(self, k): print('delattr', k)
z = D(); del z[1], z[1:2], z['a', 2], z.foo

def tr(x):
    print('ev', x)
    return x
tr(1) + tr(2) * tr(3)
[tr(4), tr(5)][tr(0)]
{tr('k'): tr('v'), tr('k2'): tr('v2')}
tr(print)(tr(6), end=tr('!\n'))
d = {}
d[tr('key')] = tr('value')
a = [1, 2, 3]
a[tr(0)] += tr(5)
tr(1) < tr(3) < tr(2) < tr(9)
tr(0) and tr(1) or tr(2)
tr(7) if tr(False) else tr(8)
def f(a, b=tr('default b'), *c, d=tr('default d')): pass
f(*tr([1, 2]), **tr({'d': 3}))
class C(tr(object), metaclass=tr(type)):
    attr = tr('in body')
assert tr(True), tr('never')
print(f'{tr(1)} {tr(2)!r:>{tr(4)}}')
del d[tr('key')]
x, y = tr(1), tr(2)
(tr(d))[tr('a')], (tr(d))[tr('b')] = tr(3), tr(4)
print([tr(i) for i in tr([1, 2]) if tr(i) > 1])
tr(a)[tr(0):tr(1)] = tr([9])
while tr(0): pass
for i in tr([]): pass
import contextlib
with contextlib.nullcontext(tr('m1')) as p, contextlib.nullcontext(tr('m2')) as q: print(p, q)
@(lambda f: tr('decorated'))
def g(): pass
lambda v=tr('lambda default'): v

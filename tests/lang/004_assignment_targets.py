a = b = c = []
a.append(1)
print(c, a is b)
(x, y), [z, *w] = (1, 2), (3, 4, 5)
print(x, y, z, w)
first, *mid, last = range(6)
print(first, mid, last)
*init, = 'xyz'
print(init)
i = 0
i, l = 1, [0, 0]
i, l[i] = 0, 'set'
print(i, l)
class O: pass
o = O()
o.a, o.b = o.c = 1, 2
print(o.a, o.b, o.c)
d = {}
d['x'], (d['y'], *d['z']) = 1, 'abc'
print(d)
for o.i in range(3): pass
for d['k'], v in [(1, 2), (3, 4)]: pass
print(o.i, d['k'], v)
[p, q] = 'pq'
print(p, q)
(r) = 5
((s)) = r
print(r, s)
l = [1, 2, 3, 4, 5, 6]
l[1:3], l[-1] = 'ab', 'last'
print(l)
x = y = z = 0
x, y, z = z + 1, x + 2, y + 3
print(x, y, z)
import contextlib
with contextlib.nullcontext(8) as o.f, contextlib.nullcontext([9]) as d['f']: print(o.f, d['f'])

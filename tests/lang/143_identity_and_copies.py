a = [1, [2, 3]]; b = a; c = a[:]; d = list(a); e = a.copy()
print(a is b, a is c, a == c, a[1] is c[1], d[1] is a[1], e is a)
a[1].append(4); a.append(5); print(a, b, c, d)
import copy
x = {'k': [1, 2], 't': (1, [2])}; y = copy.copy(x); z = copy.deepcopy(x)
x['k'].append(3); x['t'][1].append(9); print(x, y, z, y['k'] is x['k'], z['k'] is x['k'])
l = [1]; l.append(l); m = copy.deepcopy(l); print(m, m[1] is m, m is l)
def change(v): v.append('changed'); v = ['rebound']; return v
w = []; print(change(w), w)
def defaults(acc={}): acc[len(acc)] = True; return acc
print(defaults(), defaults(), defaults() is defaults())
grid = [[0] * 2] * 2; grid[0][0] = 1; print(grid); grid = [[0] * 2 for _ in range(2)]; grid[0][0] = 1; print(grid)
t = ([1], 2); t[0].append(3); print(t)
s = 'abc'; u = s; s += 'd'; print(s, u); n = 5; o = n; n += 1; print(n, o)
p = q = {}; p['a'] = 1; print(q); p = {**q, 'b': 2}; print(p, q)
print(None is None, True is True, () == (), [] is [], (v := []) is v, not (1 is None))
class P:
    shared = []
    def __init__(self): self.own = []
    def __copy__(self): r = P(); r.own = ['copied']; return r
    def __deepcopy__(self, memo): r = P(); r.own = ['deep']; return r
i, j = P(), P(); i.shared.append(1); i.own.append(2); print(j.shared, j.own, copy.copy(i).own, copy.deepcopy([i])[0].own)
k = [1, 2, 3]; r = k; k = k + [4]; print(r, k); k = r; k += [5]; print(r, k is r); sl = r[1:]; sl[0] = 'x'; print(r, sl)
for item in r: item = 0
print(r); r[:] = [v * 2 for v in r]; print(k, k is r)

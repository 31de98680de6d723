def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
l = [1, 2]; l.append(l); print(l, str(l)); d = {}; d['d'] = d; print(d); tt = ([],); tt[0].append(tt); print(tt)
x = [1, 2, 3]
for i in x:
    if i == 2: x.remove(2)
print(x)
x = [1, 2, 3]; it = iter(x); next(it); x.append(4); print(list(it), it.__length_hint__())
def mut(k): a.append(1); return k
a = [3, 1, 2]
t(lambda: a.sort(key=mut)); print(a)
class Cmp:
    def __init__(self, v): self.v = v
    def __lt__(self, o): print('lt', self.v, o.v); return self.v < o.v
    def __repr__(self): return f'C{self.v}'
print(sorted([Cmp(3), Cmp(1), Cmp(2)]), min([Cmp(2), Cmp(1)]), max([Cmp(2), Cmp(1)]) if 0 else '')
print(sorted([(1, 'b'), (0, 'z'), (1, 'a')], key=lambda p: p[0]), sorted({'b': 1, 'a': 2}), sorted('bca', reverse=True), sorted([1, 2.5, True, 0]))


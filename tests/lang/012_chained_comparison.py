print(1 < 2 < 3, 1 < 3 < 2, 1 == 1 != 2, 3 > 2 >= 2 == 2, 'a' < 'b' <= 'b' != 'c', 1 < 2 > 1 < 5)
def f(x): print('f', x, end=' '); return x
print(f(1) < f(2) < f(3)); print(f(5) < f(2) < f(3)); print(f(1) == f(1) is not f(None))
print(1 in [1, 2] in [[1, 2]], 1 not in [2] != [3], None is None is None, 'a' in 'abc' in ['abc'])
class C:
    def __init__(self, v): self.v = v
    def __lt__(self, o): print('lt', end=' '); return C(self.v + o.v)
    def __bool__(self): print('bool', self.v, end=' '); return self.v < 5
    def __repr__(self): return f'C{self.v}'
print(C(1) < C(2) < C(3)); print(C(4) < C(2) < C(3))
x = 5
print(0 < x < 10, not 0 < x < 3, (0 < x) < 10, 0 < (x < 10), x == 5 == True, (x == 5) == True)
print([1, 2] < [1, 3] < [2], (1,) < (1, 0) < (2,), 1 < 2.5 < 3, True < 2 < 3.5, float('nan') < 1 < 2, 1 < float('nan') or 'nan')
print(sorted([3, 1, 2]) == [1, 2, 3] == sorted((2, 1, 3)), {1, 2} < {1, 2, 3} > {3}, {1} <= {1} < {1, 2} != {3})
for f in (lambda: 1 < 'a', lambda: 'a' < 1 < 2, lambda: [] < (), lambda: {} < {}, lambda: 1j < 2, lambda: None < 1, lambda: 1 < 2 < 'x', lambda: 2 < 1 < 'x', lambda: 1 in 2, lambda: object() < object(), lambda: len < 1, lambda: int < str):
    try: print(f())
    except TypeError as e: print(e)

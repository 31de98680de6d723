class Int(int):
    def __add__(self, o): return Int(int(self) + o)
    def __repr__(self): return f'Int({int(self)})'
print(Int(4), Int(4) + 1, Int(4) * 2, type(Int(4) * 2).__name__, Int(4) == 4, {4: 1}[Int(4)], int(Int(5)), str(Int(6)), f'{Int(7)}', f'{Int(7):03}', '%d' % Int(8), [1, 2, 3][Int(1)], range(Int(3)), sum([Int(1), Int(2)]), sorted([Int(3), 1]), hash(Int(9)) == hash(9), -Int(2), abs(Int(-3)), bool(Int(0)), Int(10) // 3, divmod(Int(7), 2), Int(2) ** 3, 1 + Int(1), Int(5) > 4, isinstance(Int(1), int))
class Fl(float):
    def __repr__(self): return f'Fl({float(self)})'
print(Fl(1.5), Fl(1.5) + 1, str(Fl(2)), f'{Fl(2.25):.1f}', round(Fl(2.5)), Fl(3) == 3, int(Fl(3.7)), Fl('2.5'), max(Fl(1), 0.5), [Fl(1)])
class St(str):
    def __len__(self): return 99
    def up(self): return St(self.upper())
print(St('ab').up(), len(St('ab')), St('ab') + 'c', type(St('a') + 'c').__name__, St('a') == 'a', f'{St("x"):>4}', St('a,b').split(','), ''.join([St('x'), 'y']), {'k': 1}[St('k')], St('abc')[1:], 'b' in St('abc'), St('%d') % 5, repr(St('q')), sorted([St('b'), 'a']), St('x') * 3, St(5), hash(St('h')) == hash('h'))
class Ls(list):
    def __repr__(self): return 'Ls' + super().__repr__()
l = Ls([3, 1]); l.append(2); l.sort(); l.tag = 'x'
print(l, l[0], l[1:], type(l[1:]).__name__, l + [9], type(l + [9]).__name__, l * 2, len(l), sum(l), [*l], list(l), l == [1, 2, 3], l.tag, l.copy(), type(l.copy()).__name__, sorted(l, reverse=True), 2 in l, l.index(3), Ls('ab'), isinstance(l, list))
class Tp(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    x = property(lambda s: s[0])
print(Tp(1, 2), Tp(5).x, Tp(1) + (2,), type(Tp(1) + (2,)).__name__, hash(Tp(1)) == hash((1,)), Tp(1, 2)[::-1], {Tp(1): 'k'}[(1,)], Tp(1, 2) == (1, 2), len(Tp(1, 2, 3)), *Tp(7, 8))
class Di(dict):
    def __getattr__(self, k):
        try: return self[k]
        except KeyError: raise AttributeError(k)
    def __setattr__(self, k, v): self[k] = v
d = Di(a=1); d.b = 2
print(d, d.a, d.b, d['b'], list(d), d | {'c': 3}, type(d | {}).__name__, {**d}, dict(d), d == {'a': 1, 'b': 2}, d.get('z'), d.copy(), type(d.copy()).__name__)
try: d.zzz
except AttributeError as e: print(e)
class Se(set):
    def add(self, x): super().add(x * 10)
s = Se([1, 2]); s.add(3); print(sorted(s), sorted(s | {5}), type(s | {5}).__name__, type(s.copy()).__name__, 30 in s, s == {1, 2, 30})
class By(bytes): pass
print(By(b'ab'), By([65]), By(b'a') + b'b', By(b'abc')[1], type(By(b'a')[:]).__name__)
class Co(complex): pass
print(Co(1, 2), Co(1, 2) + 1, abs(Co(3, 4)), Co('1j'))
class Ex(Exception):
    def __init__(self, code, msg): super().__init__(msg); self.code = code
    def __str__(self): return f'[{self.code}] {super().__str__()}'
try: raise Ex(3, 'm')
except Ex as e: print(e, repr(e), e.args, e.code)
for c in (bool, type(None), range, slice, type(lambda: 0), type((x for x in [])), type(...), type(NotImplemented)):
    try: type('X', (c,), {})
    except TypeError as e: print(e)

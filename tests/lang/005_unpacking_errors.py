def t(f):
    try: print(f())
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
def u1(v): a, = v; return a
def u2(v): a, b = v; return a, b
def u3(v): a, b, c = v; return a, b, c
def us(v): a, *b, c = v; return a, b, c
def un(v): (a, b), c = v; return a, b, c
for f in (u1, u2, u3, us, un):
    for v in ([], [1], [1, 2], [1, 2, 3], 'ab', {1: 2, 3: 4}, 5, None, range(4), iter([1]), ((1, 2), 3), (1, (2, 3)), b'xy', {7}):
        t(lambda: f(v))
class Bad:
    def __iter__(self): yield 1; raise ValueError('broken')
t(lambda: u2(Bad()))
class Short:
    def __getitem__(self, i):
        if i < 2: return i
        raise IndexError
t(lambda: u2(Short())); t(lambda: u3(Short()))
t(lambda: [*5]); t(lambda: {**[1]}); t(lambda: (*None,)); t(lambda: {*1.5}); t(lambda: print(*7)); t(lambda: print(**7)); t(lambda: dict(**{1: 2})); t(lambda: u1(*[1, 2])); t(lambda: u1(**{'v': [9]}))

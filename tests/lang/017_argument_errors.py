def args(a, b=2, *c, d, e=5, **f): return 1
def po(a, b, /, c, *, d): return 1
def plain(a, b): return 1
def none(): return 1
class K:
    def m(self, x): return x
    @classmethod
    def c(cls, x): return x
    @staticmethod
    def s(x): return x
class I:
    def __init__(self, a, *, k): pass
def t(f):
    try: print('ok', f())
    except TypeError as e: print(e)
for f in [lambda: po(1, b=2, c=3, d=4), lambda: po(1, 2, 3), lambda: po(1, 2, 3, 4), lambda: po(), lambda: args(), lambda: args(1), lambda: args(1, d=2, a=3), lambda: none(1), lambda: none(a=1), lambda: plain(), lambda: plain(1), lambda: plain(1, 2, 3), lambda: plain(1, 2, c=3), lambda: plain(1, a=2), lambda: plain(b=1), lambda: plain(*[1, 2, 3]), lambda: plain(**{'a': 1}), lambda: plain(**{'a': 1, 'b': 2, 'z': 3}), lambda: plain(1, **{'a': 2})]: t(f)
for f in [lambda: (lambda a, b, c: 1)(), lambda: (lambda a=1: 1)(1, 2), lambda: (lambda a, b=1: 1)(1, 2, 3), lambda: (lambda *, k: 1)(), lambda: (lambda *, k, j: 1)(), lambda: (lambda *, k, j, l: 1)(), lambda: (lambda *, k: 1)(1), lambda: (lambda a, *, k=1: 1)(1, 2, k=3), lambda: (lambda a, /: 1)(a=1), lambda: (lambda a, b, /: 1)(a=1, b=2), lambda: (lambda a, *b: 1)(), lambda: (lambda **k: 1)(1)]: t(f)
for f in [lambda: K(1), lambda: K().m(), lambda: K().m(1, 2), lambda: K.m(), lambda: K.m(1), lambda: K.c(), lambda: K.s(), lambda: K().s(1, 2), lambda: K().c(1, 2), lambda: I(), lambda: I(1), lambda: I(1, k=2, z=3), lambda: I(1, 2, k=3), lambda: K().m(x=1, y=2), lambda: K.m(K(), 5)]: t(f)
for f in [lambda: len(), lambda: len(1, 2), lambda: len(x=[]), lambda: int(1, 2, 3), lambda: print(1, foo=2), lambda: sorted(), lambda: sorted([1], lambda x: x), lambda: max(), lambda: isinstance(1), lambda: getattr(1), lambda: range(), lambda: abs(), lambda: ord('a', 'b'), lambda: [].append(), lambda: [].append(1, 2), lambda: {}.get(), lambda: ''.join(), lambda: ''.split(1, 2, 3), lambda: 'a'.replace('a'), lambda: zip(1), lambda: enumerate(), lambda: map(len), lambda: str(1, 2, 3, 4), lambda: list(1, 2), lambda: dict(1, 2), lambda: set(1, 2), lambda: bool(1, 2), lambda: float(1, 2), lambda: pow(1), lambda: round(), lambda: sum(), lambda: divmod(1), lambda: hash(), lambda: iter(), lambda: next(), lambda: callable(), lambda: super(1, 2, 3), lambda: type(1, 2), lambda: object(1), lambda: slice()]: t(f)

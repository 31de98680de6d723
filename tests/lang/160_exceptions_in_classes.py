class A:
    def __init__(self, v):
        if v < 0: raise ValueError(f'bad {v}')
        self.v = v
    def __getattr__(self, n): raise AttributeError(f'{type(self).__name__} has no {n!r}')
    def __add__(self, o):
        if not isinstance(o, A): return NotImplemented
        return A(self.v + o.v)
    def __len__(self): raise RuntimeError('len!')
    def __iter__(self): yield self.v; raise KeyError('mid')
    def __eq__(self, o): raise TypeError('eq!')
    def __str__(self): raise OSError('str!')
    def __bool__(self): raise LookupError('bool!')
    def __contains__(self, x): raise ZeroDivisionError('in!')
a = A(1)
def setx(): a.__class__.v = property(lambda s: 1 / 0); return A(2)
for f in (lambda: A(-1), lambda: a.nope, lambda: a + 1, lambda: 1 + a, lambda: len(a), lambda: list(a), lambda: a == 1, lambda: str(a), lambda: f'{a}', lambda: bool(a), lambda: 1 in a, lambda: not a, lambda: a and 1, lambda: [x for x in a], lambda: a in [1], lambda: print(a), lambda: getattr(a, 'q', 'default'), lambda: hasattr(a, 'q'), lambda: {a: 1}, lambda: sorted([a, a]), lambda: max(a), lambda: a(), lambda: a[0], setx):
    try: print('ok', f())
    except Exception as e: print(type(e).__name__, e)

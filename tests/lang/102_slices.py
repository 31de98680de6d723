def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
for s in [slice(None), slice(1, None), slice(None, -1), slice(None, None, -1), slice(None, None, 2), slice(5, 1, -2), slice(-3, None), slice(10, 20), slice(2, 2), slice(None, None, 0), slice('a', 2), slice(1.0), slice(-100, 100), slice(100, -100, -1), slice(3, 1)]:
    t(lambda: list(range(7))[s]); t(lambda: tuple(range(7))[s]); t(lambda: 'abcdefg'[s]); t(lambda: b'abcdefg'[s]); t(lambda: range(7)[s]); t(lambda: s.indices(7))
    def asg(v):
        x = list(range(7)); x[s] = v; return x
    def dele():
        x = list(range(7)); del x[s]; return x
    for v in [[], [9], [8, 9], 'abcdefg', 5, (i for i in 'xy')]: t(lambda: asg(v))
    t(dele)


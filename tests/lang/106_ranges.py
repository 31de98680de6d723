def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
r = range(2, 20, 3)
t(lambda: r); t(lambda: list(r)); t(lambda: len(r)); t(lambda: r[1]); t(lambda: r[-1]); t(lambda: r[10]); t(lambda: 5 in r); t(lambda: 6 in r); t(lambda: 5.0 in r); t(lambda: 'a' in r); t(lambda: r.index(5)); t(lambda: r.index(6)); t(lambda: r.count(5)); t(lambda: r == range(2, 20, 3)); t(lambda: range(0) == range(2, 1)); t(lambda: range(0, 3, 2) == range(0, 4, 2)); t(lambda: hash(range(3)) == hash(range(3))); t(lambda: r.start + r.stop + r.step); t(lambda: list(reversed(r))); t(lambda: r[1:3]); t(lambda: r[::-1]); t(lambda: range(5, 0, -1)); t(lambda: list(range(-3))); t(lambda: len(range(10**18))); t(lambda: sum(range(101))); t(lambda: max(range(5))); t(lambda: range(3) < range(4)); t(lambda: bool(range(0))); t(lambda: r.foo); t(lambda: range(1.5)); t(lambda: range(True)); t(lambda: range(1, 10).step); t(lambda: range(3)['a'])


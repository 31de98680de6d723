def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
tup = (1, 2, 3, 2)
t(lambda: tup.count(2)); t(lambda: tup.index(2)); t(lambda: tup.index(9)); t(lambda: tup.index(2, 2)); t(lambda: tup + (1,)); t(lambda: tup + [1]); t(lambda: tup * 2); t(lambda: tup[0]); t(lambda: tup[9]); t(lambda: tup['a']); t(lambda: tup < (1, 3)); t(lambda: hash((1, [2]))); t(lambda: (1,)); t(lambda: ()); t(lambda: tuple('ab')); t(lambda: tuple(5)); t(lambda: tup.foo); t(lambda: (1, 2) == (1.0, 2.0)); t(lambda: hash((1, 2)) == hash((1.0, 2.0))); t(lambda: hash((1, 2, 3))); t(lambda: hash(())); t(lambda: hash('')); t(lambda: hash((0,))); t(lambda: {(1, 2): 'x'}[(1, 2)])
def seti():
    tup[0] = 1
def deli():
    del tup[0]
t(seti); t(deli)


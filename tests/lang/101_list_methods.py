def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
def m(l, name, *a, **k):
    l = list(l)
    try: r = getattr(l, name)(*a, **k); print(name, a, repr(r), l)
    except Exception as e: print(name, a, type(e).__name__, e, l)
L = [3, 1, 2]
m(L, 'append', 5); m(L, 'append'); m(L, 'append', 1, 2); m(L, 'extend', 'ab'); m(L, 'extend', 5); m(L, 'extend', L); m(L, 'insert', 0, 'x'); m(L, 'insert', -1, 'x'); m(L, 'insert', 100, 'x'); m(L, 'insert', -100, 'x'); m(L, 'insert', 'a', 1); m(L, 'insert', 1); m(L, 'remove', 1); m(L, 'remove', 9); m(L, 'pop'); m(L, 'pop', 0); m(L, 'pop', -1); m(L, 'pop', 10); m([], 'pop'); m(L, 'pop', 'a'); m(L, 'clear'); m(L, 'index', 2); m(L, 'index', 9); m(L, 'index', 3, 1); m(L, 'index', 2, 0, 2); m(L, 'index', 2, -1); m(L, 'count', 3); m(L, 'sort'); m(L, 'sort', reverse=True); m(L, 'sort', key=lambda x: -x); m([1, 'a'], 'sort'); m(L, 'sort', 5); m(L, 'sort', foo=1); m(L, 'reverse'); m(L, 'copy'); m(L, 'foo'); m(L, '__contains__', 3); m(L, '__len__'); m(L, '__getitem__', 0); m(L, '__setitem__', 0, 9); m(L, '__delitem__', 0); m(L, '__iadd__', [4]); m(L, '__imul__', 2); m(L, '__mul__', 2); m(L, '__rmul__', 2); m(L, '__add__', [1]); m(L, '__eq__', [3, 1, 2]); m(L, '__lt__', [4]); m(L, '__reversed__') if 0 else None; m(L, 'sort', key=5); m(L, 'sort', key=len)


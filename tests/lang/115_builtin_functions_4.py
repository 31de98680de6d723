def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(getattr(f, '__name__', f), repr(r))
    except BaseException as e:
        print(getattr(f, '__name__', f), type(e).__name__, e)
t(float, '1.5'); t(float, 'x'); t(float, 'inf'); t(float, '-nan'); t(float, '1e5'); t(float, None); t(float, []); t(float, ' 1_0.5 '); t(float); t(float, '1e400'); t(float, 10**400); t(float, ''); t(float, b'2.5')
t(complex, 1, 2); t(complex, '1+2j'); t(complex, ' ( -1.5e3-2J ) '); t(complex, 'x'); t(complex, 'j'); t(complex, 1j, 1j); t(complex); t(complex, '1', 2); t(complex, 1, '2'); t(complex, None); t(complex, '1+2'); t(complex, 'nan+infj'); t(complex, real=3, imag=1); t(complex, '1e3j'); t(complex,'+j'); t(complex, '')
t(bool); t(bool, []); t(bool, 'a'); t(bool, 1, 2); t(str); t(str, 5); t(str, b'ab'); t(str, b'ab', 'utf-8'); t(str, 5, 'utf-8'); t(bytes, 3); t(bytes, [65, 66]); t(bytes, 'a'); t(bytes, 'a', 'utf-8'); t(bytes, [300]); t(bytes, -1)
t(list, 'ab'); t(list, 5); t(list, 1, 2); t(tuple, [1]); t(tuple, None); t(dict, a=1); t(dict, [(1, 2)]); t(dict, [1]); t(dict, [(1,)]); t(dict, 5); t(dict, {'a': 1}, b=2); t(set, [1]); t(set, 5); t(frozenset, 'a'); t(frozenset); t(set, [[]])
t(enumerate, 5); t(enumerate); t(slice, 1); t(slice); t(slice, 1, 2, 3, 4); t(reversed, 5); t(reversed, {1, 2}); t(reversed); t(map, len); t(map); t(filter, None); t(zip, 1); t(zip, [1], 2); t(iter, 5); t(iter, 5, 6); t(iter); t(super)
t(setattr, 1, 'x', 2); t(setattr, 1, 2, 3); t(delattr, 1, 'x'); t(setattr, object(), 'a', 1)
t(id); t(print, sep=5); t(print, end=5); t(print, foo=1); t(input, 1, 2)
t(object, 1); t(classmethod); t(staticmethod); t(staticmethod,1) if 0 else None



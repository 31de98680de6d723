def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(getattr(f, '__name__', f), repr(r))
    except BaseException as e:
        print(getattr(f, '__name__', f), type(e).__name__, e)
t(ord, 'a'); t(ord, ''); t(ord, 'ab'); t(ord, 5); t(ord, b'a'); t(ord, '€')
t(pow, 2, 10); t(pow, 2, -1); t(pow, 2, 10, 1000); t(pow, 3, -1, 7); t(pow, 2, -1, 4); t(pow, 2, 3, 0); t(pow, 2.0, 3, 5); t(pow, 'a', 2); t(pow, 2); t(pow, base=2, exp=3); t(pow, 2, 3, -5); t(pow, -2, 3, 5); t(pow, 0, -1); t(pow, 0.0, -1); t(pow, -8, 1/3); t(pow, 2, 0.5); t(pow, 10, 30); t(pow, 2, 3, mod=5); t(pow, 1, 2, 1); t(pow, 5, 0, 1); t(pow, 'a', 1, 2)
t(repr, 'it\'s'); t(repr, "a\"b'"); t(repr, '\n\t\x00\x7f\xa0'); t(repr, 1.0); t(repr)
t(round, 2.5); t(round, 3.5); t(round, 2.675, 2); t(round, 1234.5678, -2); t(round, 15, -1); t(round, 25, -1); t(round, 1e300, 2); t(round, 'a'); t(round, 2.5, None); t(round, float('nan')); t(round, float('inf')); t(round, 5, 2); t(round, True); t(round, 1.5, 1.5); t(round, -0.4); t(round, -2.5); t(round, 0.5); t(round, 1e16+2, 3); t(round, number=2.345, ndigits=1); t(round, 5.015, 2); t(round,1.005,2); t(round,2.5e-5,5)
t(sorted, [3, 1, 2]); t(sorted, 'hello'); t(sorted, [3, 'a']); t(sorted, [3, 1], reverse=True); t(sorted, ['bb', 'a'], key=len); t(sorted, 5); t(sorted); t(sorted, [1], 2); t(sorted, {3: 1, 1: 2}); t(sorted, [1,2], key=5); t(sorted, [(1,'b'),(1,'a')]); t(sorted,[1],reverse='x'); t(sorted,[1])
t(sum, [1, 2, 3]); t(sum, []); t(sum, [0.1]*10); t(sum, ['a']); t(sum, ['a'], ''); t(sum, [[1], [2]], []); t(sum, [1], start=10); t(sum, 5); t(sum, [b'a'], b''); t(sum, [1, 2.5, 3]); t(sum, [2**63, 2**63]); t(sum, [True, True]); t(sum, [1+2j, 3])
t(type, 3); t(type); t(type, 1, 2); t(vars, 3); t(vars, int)if 0 else None
t(sum,[]); t(range, 5); t(range); t(range, 1, 2, 0); t(range, 'a'); t(range, 1, 2, 3, 4); t(range, 1.0)
t(int, '12'); t(int, 'x'); t(int, '0x1f', 16); t(int, '0b11', 0); t(int, 3.9); t(int, None); t(int, '1_000'); t(int, ' 5 '); t(int, '5', 1); t(int, 5, 10); t(int, '', 10); t(int); t(int, float('nan')); t(int, float('inf')); t(int, b'12'); t(int, '١٢'); t(int, 'z', 36); t(int, '1__0'); t(int, '9', 8); t(int, x=3); t(int, '10', base=2); t(int, '010', 0); t(int, []); t(int, 1e20)


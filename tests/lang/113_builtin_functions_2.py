def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(getattr(f, '__name__', f), repr(r))
    except BaseException as e:
        print(getattr(f, '__name__', f), type(e).__name__, e)
t(hasattr, 1, 'real'); t(hasattr, 1, 'x'); t(hasattr, 1, 5); t(hasattr, 1)
t(hash, 5); t(hash, -1); t(hash, 2**61-1); t(hash, 2**61); t(hash, 1.5); t(hash, []); t(hash, {}); t(hash, (1,2)) ; t(hash, 1e300); t(hash, float('inf')); t(hash, 3+4j); t(hash, True)
t(hex, 255); t(hex, -255); t(hex, 'a'); t(oct, 8); t(oct, -8); t(oct, 1.2)
t(isinstance, 1, int); t(isinstance, True, int); t(isinstance, 1, (str, int)); t(isinstance, 1, 5); t(isinstance, 1); t(isinstance, 1, int | str); t(isinstance, None, int | None); t(isinstance, [], list[int]); t(isinstance, 1, (str, (float, int)))
t(issubclass, bool, int); t(issubclass, 1, int); t(issubclass, int, 3); t(issubclass, int, (str, object)); t(issubclass, int, int|str)
t(len, [1]); t(len, 5); t(len, 'abc'); t(len, {}); t(len); t(len, 1, 2)
t(max, 1, 2, 3); t(max, [3, 1]); t(max, []); t(max); t(max, [], default=0); t(max, 1, 2, default=3); t(max, 'b', 'abc', key=len); t(max, 1, 'a'); t(max, 5); t(max, [1], foo=2)
t(min, 1, 2, 3); t(min, [3, 1]); t(min, []); t(min); t(min, [], default=None); t(min, ['bb', 'a'], key=len); t(min, 1.0, 1); t(min, [1, 1.0]); t(max, [1, 1.0])
t(next, iter([1])); t(next, iter([])); t(next, iter([]), 'end'); t(next, [1]); t(next)


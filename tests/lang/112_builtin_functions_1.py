def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(getattr(f, '__name__', f), repr(r))
    except BaseException as e:
        print(getattr(f, '__name__', f), type(e).__name__, e)
t(abs, -3); t(abs, -3.5); t(abs, 3+4j); t(abs, True); t(abs, 'x'); t(abs); t(abs, 1, 2); t(abs, x=1)
t(all, []); t(all, [1, 0]); t(all, 5); t(any, [0, '', 3]); t(any, {}); t(any, None)
t(ascii, 'é\u1234\U0001f600x'); t(ascii, ['ä'])
t(bin, 10); t(bin, -10); t(bin, 2**70); t(bin, 1.5); t(bin, True)
t(callable, len); t(callable, 3); t(callable, int)
t(chr, 65); t(chr, 0x1f600); t(chr, -1); t(chr, 0x110000); t(chr, 'a'); t(chr, 2**100); t(chr, 1.0)
t(divmod, 7, 2); t(divmod, -7, 2); t(divmod, 7.5, 2); t(divmod, 7, 0); t(divmod, 1.0, 0); t(divmod, 'a', 1); t(divmod, 2**70, 3); t(divmod,5)
t(format, 3.14159, '.2f'); t(format, 'x', '>5'); t(format, 5); t(format, [], 'x'); t(format, 5, 3); t(format, 255, '#x')
t(getattr, 1, 'real'); t(getattr, 1, 'foo'); t(getattr, 1, 'foo', 'd'); t(getattr, 1); t(getattr, 1, 2); t(getattr,1,2,3)


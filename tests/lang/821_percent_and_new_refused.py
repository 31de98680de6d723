"""Formats and constructors that are refused, with the texts."""

def attempt(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, ascii(str(error)))

for template in (b"%5\xff", b"%\xff", b"%5.2\x80", b"ab%-5\xe9cd", b"%.\xff", b"%.3\xff", b"%05\xc3", b"%0\xc3",
                 b"%5l\xff", b"%5y", b"%y", b"%5 d", b"%3d|", b"%%\xff%d"):
    attempt(lambda: template % 1)
    attempt(lambda: bytearray(template) % (1,))
attempt(lambda: b"%*\x80" % (5, 1))
for template in ("%5\xff", "%\xe9", "ä%y", "%5\u20ac", "%\n", "%\x7f", "%~", "%3d%%ü"):
    attempt(lambda: template % 1)

attempt(lambda: sorted([1], foo=1))
attempt(lambda: [1].sort(foo=1))
attempt(lambda: sorted())
attempt(lambda: sorted([2, 1], None))
attempt(lambda: sorted(1))
attempt(lambda: sorted([2, 1], key=None, reverse=1))

def generator():
    yield

for thing in (len, generator(), iter([]), iter({}), {}.keys(), {}.items(), "a".join, int.real):
    kind = type(thing)
    attempt(lambda: object.__new__(kind))
    attempt(lambda: kind())

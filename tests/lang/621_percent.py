print("%s %d %f" % ("a", 5, 2.5), "%5d|%-5d|%05d|%+d|% d" % (42, 42, 42, 42, 42), "%x %X %#x %o %#o" % (255, 255, 255, 8, 8))
print("%.2f %10.3f|%-10.1f|%e %E %g %G" % (3.14159, 2.5, 2.5, 12345.678, 0.00012, 1e-10, 1e20))
print("%s %r %a" % ("é", "é", "é"), "%c%c" % (65, "b"), "%%", "100%%" % (), "%5s|%-5s|%.2s|%5.1s|" % ("ab", "ab", "abc", "abc"))
print("%(name)s is %(age)d" % {"name": "Ada", "age": 36}, "%(a)s%(a)r" % {"a": "x"}, "%(x.y)s" % {"x.y": 1}, "%s" % {"a": 1}, "%s" % [1, 2], "%s" % (1,))
print("%*d|%-*d|%.*f" % (5, 42, 5, 42, 2, 3.14159), "%s and %s" % ("a", ("b", "c")), "%d%%" % 50, "%i %u" % (3.9, 4), "%d" % True, "%5.3d|%-8.3x|" % (7, 10))
print("%s %s" % (None, True), "%.3s" % 3.14159, "%10s|" % None, "%ld %hd" % (1, 2), "%d" % 10 ** 20, "%x" % 10 ** 20, "% .1f" % 2.25, "%+.0e" % 15000)
for template, args in (("%d", ("a",)), ("%s %s", ("a",)), ("%s", ("a", "b")), ("%d", (None,)), ("%x", (1.5,)), ("%f", ("a",)), ("%c", ("ab",)), ("%c", (-1,)), ("%q", (1,)), ("%", (1,)), ("%(a)s", (1,)), ("%(a)s", {"b": 1}), ("%(a", {"a": 1}), ("%*d", ("a", 1)), ("abc", (1,)), ("abc", 5), ("%d", "5"), ("%c", (1.5,)), ("%5", (1,)), ("%i", (1j,)), ("%-%", (1,))):
    try:
        print(template % args)
    except Exception as e:
        print(repr(template), type(e).__name__, e)
class T:
    def __int__(self):
        return 7
    def __float__(self):
        return 2.5
    def __str__(self):
        return "T!"
    def __repr__(self):
        return "T()"
    def __index__(self):
        return 9
print("%d %f %s %r %x" % (T(), T(), T(), T(), T()))

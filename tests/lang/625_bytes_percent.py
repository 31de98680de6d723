print(b"%s|%b|%d|%5d|%-5d|%x|%.2f|%c|%c|%%|%a|%r" % (b"a", b"b", 5, 6, 7, 255, 3.14159, 65, b"z", "é", "é"))
print(b"%(k)s=%(v)d" % {b"k": b"key", b"v": 5}, b"%5s|%-5s|%.2s" % (b"ab", b"ab", b"abc"), b"%*d" % (6, 42), bytearray(b"%s") % b"x", b"%s" % bytearray(b"q"), b"%s" % (b"t",))
class B:
    def __bytes__(self):
        return b"B!"
print(b"<%s>" % B(), b"%08.3f %+d %#x" % (2.5, 7, 255))
for template, args in ((b"%s", "a"), (b"%s", 5), (b"%d", b"a"), (b"%c", 256), (b"%c", b"ab"), (b"%s %s", (b"a",)), (b"%s", (b"a", b"b")), (b"%q", 1), (b"%(a)s", b"x"), (b"%f", b"x"), (b"%", 1), (b"abc", 5)):
    try:
        print(template % args)
    except Exception as e:
        print(template, type(e).__name__, e)

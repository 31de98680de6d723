b = b"hello"
print(b, b[0], b[-1], b[1:3], b[::-1], len(b), list(b), b + b" world", b * 2, b"ell" in b, 104 in b, b == b"hello", b < b"help")
print(bytes(), bytes(3), bytes([65, 66, 255]), bytes("é", "utf-8"), bytes(b"x"), bytes(range(5)), bytes(bytearray(b"ab")), bytes((1, 2)), bytes(x for x in (7, 8)))
print(b"\x00\t\n\r\\'\"\x7f\x80\xff", b'it\'s', b"say \"x\"", rb"raw\n", b"a" b"b", str(b"x"), repr(b""), ascii(b"\xe9"))
for call in (lambda: bytes(-1), lambda: bytes("a"), lambda: bytes([256]), lambda: bytes([-1]), lambda: bytes(["a"]), lambda: bytes(1.5), lambda: bytes("é", "ascii"), lambda: b[10], lambda: b["a"], lambda: b + "a", lambda: "a" + b, lambda: "a" in b, lambda: 256 in b, lambda: bytes(1, "ascii"), lambda: bytes(None), lambda: b < "a", lambda: b * "a", lambda: bytes([1.5]), lambda: b"a" + 1):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
try:
    b[0] = 1
except TypeError as e:
    print(e)
print({b"k": 1}[b"k"], hash(b"abc") == hash(b"ab" + b"c"), b"a" == "a", b"" or b"x", bool(b""), sorted([b"b", b"a", b"ab"]), max(b), sum(b))
for x in b"abc":
    print(x, end=" ")
print(*reversed(b"abc"), isinstance(b, bytes), type(b).__name__, b.__class__)
class B:
    def __bytes__(self):
        return b"from dunder"
print(bytes(B()), b"".join([b"a", b"b"]), b"-".join((b"x", bytearray(b"y"))))

b = b"  The quick brown fox  "
print(b.strip(), b.split(), b.upper(), b.title(), b.replace(b"quick", b"slow"), b.find(b"quick"), b.count(b"o"), b.index(98), b.rfind(b" "))
print(b"a,b,,c".split(b","), b"a,b,c".rsplit(b",", 1), b"k=v".partition(b"="), b"k=v=w".rpartition(b"="), b"a\nb\r\nc\rd".splitlines(), b"x\x0by".splitlines(), b"a b\tc\x1cd".split())
print(b"abc".startswith(b"ab"), b"abc".endswith((b"x", b"c")), b"abc".removeprefix(b"a"), b"abc".removesuffix(b"c"), b"xxaxx".strip(b"x"), b"abc".center(7, b"*"), b"ab".ljust(4) + b"|", b"7".zfill(3), b"-7".zfill(4), b"a\tb".expandtabs(4))
print(b"aBc".swapcase(), b"HELLO".lower(), b"hello world".capitalize(), b"abc".isalpha(), b"12".isdigit(), b"a1".isalnum(), b" \n".isspace(), b"AB".isupper(), b"ab".islower(), b"Ab Cd".istitle(), b"\x80".isascii(), b"\xe9".isalpha())
print(b"abc".translate(bytes.maketrans(b"ab", b"xy")), b"hello".translate(None, b"l"), b"hello".translate(None, delete=b"eo"), bytes.maketrans(b"a", b"b")[97])
print(b"\x01\xab".hex(), b"\x01\xab\xcd".hex(":"), b"abcde".hex("-", 2), b"abcde".hex("_", -2), bytes.fromhex("01 ab CD"), bytes.fromhex(""), bytearray.fromhex("ff"), b"ab".hex(sep=" "))
for call in (lambda: bytes.fromhex("0"), lambda: bytes.fromhex("zz"), lambda: b"a".split(b""), lambda: b"a".index(b"x"), lambda: b"a".rindex(b"x"), lambda: b"a".find("a"), lambda: b"a".replace("a", b"b"), lambda: b"a".join(["b"]), lambda: b"a".join(5), lambda: b"a".startswith("a"), lambda: b"a".strip("a"), lambda: b"a".center(5, "x"), lambda: b"a".center(5, b"xx"), lambda: b"a".translate(b"a"), lambda: b"a".hex(1), lambda: b"a".hex("ab"), lambda: b"a".count(256), lambda: b"a".partition(b""), lambda: bytes.fromhex(5)):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)

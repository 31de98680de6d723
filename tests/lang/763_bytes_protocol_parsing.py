data = bytes([0x89]) + b"PNG" + (13).to_bytes(4, "big") + b"IHDR" + (640).to_bytes(4, "big") + (480).to_bytes(4, "little") + b"\x00tail\xff"
print(data[:4], data[0], data[1:4].decode(), int.from_bytes(data[4:8], "big"), data.find(b"IHDR"), data.hex(" ", 4), len(data), data[-1:], data[::-1][:3], data.count(0))
pos = 0
def take(n):
    global pos
    out = data[pos:pos + n]; pos += n
    if len(out) < n: raise EOFError(f"wanted {n}, got {len(out)}")
    return out
print(take(4), int.from_bytes(take(4), "big"), take(4), int.from_bytes(take(4), "big"), int.from_bytes(take(4), "little"), take(2), pos)
try: take(99)
except EOFError as e: print(e)
def dump(b, width=8):
    for i in range(0, len(b), width):
        row = b[i:i + width]
        print(f"{i:04x}  {row.hex(' '):<{width * 3}} {''.join(chr(c) if 32 <= c < 127 else '.' for c in row)}")
dump(data)
def varint(n):
    out = bytearray()
    while True:
        n, low = n >> 7, n & 0x7F
        out.append(low | (0x80 if n else 0))
        if not n: return bytes(out)
def unvarint(b):
    n = 0
    for i, c in enumerate(b):
        n |= (c & 0x7F) << 7 * i
        if not c & 0x80: return n, b[i + 1:]
print([varint(n) for n in (0, 127, 128, 300, 2 ** 35)], unvarint(varint(2 ** 35) + b"rest"), all(unvarint(varint(n))[0] == n for n in range(0, 70000, 977)))
def crc(b, poly=0xEDB88320):
    c = 0xFFFFFFFF
    for x in b:
        c ^= x
        for _ in range(8): c = c >> 1 ^ (poly if c & 1 else 0)
    return c ^ 0xFFFFFFFF
print(hex(crc(b"123456789")), sum(data) % 256, bytes(x ^ 0x20 for x in b"Hello"), bytes(sorted(b"hello")), bytes.fromhex("de ad be ef"), b"%04d|%s|%x" % (7, b"z", 255), b"a,b".split(b","), b"-".join([b"x", b"y"]), bytes(3), bytes([1, 2]) + b"\x03", b"ab" * 2, b"b" in b"abc", 98 in b"abc", b"a" < b"b", b"\xc3\xa9".decode(), "é".encode("utf-16-be"), b"\xff".decode("latin-1"), b"caf\xe9".decode("utf-8", "replace"), b"abc".translate(bytes.maketrans(b"ab", b"xy")))
import base64, hashlib, binascii
print(base64.b64encode(data)[:12], base64.b64decode("aGk="), base64.urlsafe_b64encode(b"\xfb\xff"), base64.b32encode(b"hi"), base64.b16encode(b"hi"), hashlib.md5(b"x").hexdigest(), hashlib.sha256(b"abc").hexdigest()[:16], hashlib.sha1(b"").hexdigest()[:8], binascii.hexlify(b"hi"), binascii.crc32(b"123456789"))
ba = bytearray(b"hello"); ba[0] = 72; ba[1:3] = b"EY"; ba += b"!"; ba.extend([63]); ba.insert(0, 62); del ba[-1]; ba.reverse(); print(ba, ba.pop(), bytes(ba), ba.decode(), ba.find(b"o"), ba == bytes(ba), len(ba))
for bad in (lambda: bytes([256]), lambda: b"a" + "b", lambda: b"abc"["x"], lambda: b"\xff".decode(), lambda: bytes.fromhex("xz"), lambda: ba.append(300), lambda: b"".join(["a"]), lambda: b"a".replace("a", "b"), lambda: int.from_bytes(b"a", "middle"), lambda: base64.b64decode("a"), lambda: b"a" % 1, lambda: b"%d" % "x", lambda: setattr(b"a", "x", 1), lambda: b"a".__setitem__(0, 1), lambda: bytes("é", "ascii")):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)

def hexdump(data, width=16):
    for at in range(0, len(data), width):
        part = data[at:at + width]
        left = " ".join(f"{b:02x}" for b in part)
        right = "".join(chr(b) if 32 <= b < 127 else "." for b in part)
        print(f"{at:08x}  {left:<{width * 3 - 1}}  |{right}|")
hexdump("Hello, wörld! \x00\x01 日本".encode() + bytes(range(250, 256)))
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
def b64(data):
    out = ""
    for i in range(0, len(data), 3):
        part = data[i:i + 3]
        n = int.from_bytes(part + b"\0" * (3 - len(part)), "big")
        out += "".join(ALPHABET[n >> s & 63] for s in (18, 12, 6, 0))[:len(part) + 1] + "=" * (3 - len(part))
    return out
def unb64(text):
    pad = text.count("=")
    bits = "".join(f"{ALPHABET.index(c):06b}" for c in text.rstrip("="))
    return bytes(int(bits[i:i + 8], 2) for i in range(0, len(bits) - pad * 2, 8))
for data in (b"", b"f", b"fo", b"foo", b"foobar", bytes([0, 255, 128])):
    print(data, b64(data), unb64(b64(data)) == data)
def crc8(data):
    crc = 0
    for b in data:
        crc ^= b
        for _ in range(8):
            crc = (crc << 1 ^ 0x07) & 0xff if crc & 0x80 else crc << 1
    return crc
def adler32(data):
    a, b = 1, 0
    for x in data:
        a = (a + x) % 65521
        b = (b + a) % 65521
    return b << 16 | a
print(hex(crc8(b"123456789")), hex(adler32(b"Wikipedia")), sum(b"abc"), bytes(reversed(b"abc")), b"".join(bytes([b]) * 2 for b in b"xyz"))
print((1024).to_bytes(2, "big"), (-5).to_bytes(2, "little", signed=True), int.from_bytes(b"\x01\x00", "little"), int.from_bytes(b"\xff\xfe", "big", signed=True), int.from_bytes(bytearray([1, 2]), "big"))
packed = bytearray()
for n in (1, 127, 128, 300, 70000):
    while n > 127:
        packed.append(n & 127 | 128)
        n >>= 7
    packed.append(n)
print(packed, packed.hex(" "), list(packed))

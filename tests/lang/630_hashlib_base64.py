import base64
import binascii
import hashlib

print(hashlib.md5(b"hello").hexdigest())
print(hashlib.sha1(b"hello").hexdigest())
print(hashlib.sha256("héllo".encode()).hexdigest())
print(hashlib.sha512(b"").hexdigest()[:32], hashlib.sha256(b"x").digest()[:4], hashlib.sha3_256(b"abc").hexdigest()[:16])
h = hashlib.sha256()
for part in (b"a", b"b", b"c"):
    h.update(part)
print(h.hexdigest() == hashlib.sha256(b"abc").hexdigest(), h.digest_size, h.name, hashlib.new("sha1", b"q").hexdigest()[:8])
try:
    hashlib.md5("text")
except TypeError as e:
    print(e)
try:
    hashlib.new("nosuch")
except ValueError as e:
    print(e)
e = base64.b64encode("some bytes ☃".encode())
print(e, base64.b64decode(e).decode(), base64.urlsafe_b64encode(b"\xfb\xff\xfe"), base64.b64decode("aGk="), base64.b32encode(b"hi"), base64.b16encode(b"hi"))
print(binascii.hexlify(b"\x00\xff"), binascii.unhexlify("00ff"), bytes.fromhex("cafe"), b"\xca\xfe".hex(), binascii.crc32(b"123456789"))
for f in (lambda: base64.b64decode("abc"), lambda: base64.b64encode("s"), lambda: binascii.unhexlify("0")):
    try:
        print(f())
    except Exception as err:
        print(type(err).__name__, err)
def short_id(text):
    return hashlib.sha256(text.encode()).hexdigest()[:8]
print(short_id("prompt one"), short_id("prompt two"), int(short_id("x"), 16) % 100)

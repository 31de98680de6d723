"""Bytes in base64, base32, base16."""

import binascii

__all__ = ["b16decode", "b16encode", "b32decode", "b32encode", "b64decode", "b64encode", "decodebytes", "encodebytes",
           "standard_b64decode", "standard_b64encode", "urlsafe_b64decode", "urlsafe_b64encode"]

_B32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"


def _bytes_of(s):
    return binascii._ascii(s)


def b64encode(s, altchars=None):
    """Four characters for three bytes; altchars stand for + and /."""
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        if len(altchars) != 2:
            raise AssertionError(repr(altchars))
        encoded = encoded.translate(bytes.maketrans(b"+/", altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    """The bytes; binascii.Error when the text is wrong."""
    s = _bytes_of(s)
    if altchars is not None:
        s = s.translate(bytes.maketrans(_bytes_of(altchars), b"+/"))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    """b64encode."""
    return b64encode(s)


def standard_b64decode(s):
    """b64decode."""
    return b64decode(s)


def urlsafe_b64encode(s):
    """With - and _ for + and /."""
    return b64encode(s, b"-_")


def urlsafe_b64decode(s):
    """With - and _ for + and /."""
    return b64decode(s, b"-_")


def b16encode(s):
    """Two upper-case hexadecimal digits a byte."""
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    """The bytes of hexadecimal digits."""
    s = _bytes_of(s)
    if casefold:
        s = s.upper()
    if any(c not in b"0123456789ABCDEF" for c in s):
        raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(s)


def b32encode(s):
    """Eight characters for five bytes."""
    s = binascii._data(s)
    out = bytearray()
    for i in range(0, len(s), 5):
        piece = s[i:i + 5]
        n = int.from_bytes(piece, "big") << 8 * (5 - len(piece))
        used = (len(piece) * 8 + 4) // 5
        out += bytes([_B32[n >> 35 - 5 * k & 31] for k in range(used)]) + b"=" * (8 - used)
    return bytes(out)


def b32decode(s, casefold=False, map01=None):
    """The bytes; binascii.Error when the text is wrong."""
    s = _bytes_of(s)
    if casefold:
        s = s.upper()
    if len(s) % 8:
        raise binascii.Error("Incorrect padding")
    stripped = s.rstrip(b"=")
    out = bytearray()
    for i in range(0, len(stripped), 8):
        piece = stripped[i:i + 8]
        n = 0
        for c in piece:
            if c not in _B32:
                raise binascii.Error("Non-base32 digit found")
            n = n << 5 | _B32.index(c)
        if len(piece) in (1, 3, 6):
            raise binascii.Error("Incorrect padding")
        out += (n << 5 * (8 - len(piece))).to_bytes(5, "big")[:len(piece) * 5 // 8]
    return bytes(out)


def encodebytes(s):
    """Base64 in lines of 76 characters."""
    return b"".join([binascii.b2a_base64(s[i:i + 57]) for i in range(0, len(s), 57)])


def decodebytes(s):
    """The bytes of base64 lines."""
    return binascii.a2b_base64(s)

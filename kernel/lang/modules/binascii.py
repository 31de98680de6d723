"""Bytes as text and back."""

__all__ = ["Error", "a2b_base64", "a2b_hex", "b2a_base64", "b2a_hex", "crc32", "hexlify", "unhexlify"]

_ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_VALUES = {c: i for i, c in enumerate(_ALPHABET)}


class Error(ValueError):
    """The text stands for no bytes."""


def _data(data):
    if isinstance(data, (bytes, bytearray)):
        return bytes(data)
    raise TypeError(f"a bytes-like object is required, not {type(data).__name__!r}")


def _ascii(data):
    if isinstance(data, str):
        try:
            return data.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters") from None
    if isinstance(data, (bytes, bytearray)):
        return bytes(data)
    raise TypeError(f"argument should be bytes, buffer or ASCII string, not {type(data).__name__!r}")


def hexlify(data, sep=None, bytes_per_sep=1):
    """Two digits a byte."""
    data = _data(data)
    return (data.hex() if sep is None else data.hex(sep, bytes_per_sep)).encode()


b2a_hex = hexlify


def unhexlify(hexstr, /):
    """The bytes of hexadecimal digits."""
    text = _ascii(hexstr).decode()
    if len(text) % 2:
        raise Error("Odd-length string")
    try:
        return bytes([int(text[i:i + 2], 16) for i in range(0, len(text), 2)])
    except ValueError:
        raise Error("Non-hexadecimal digit found") from None


a2b_hex = unhexlify


def b2a_base64(data, /, *, newline=True):
    """Four characters for three bytes."""
    data = _data(data)
    out = bytearray()
    for i in range(0, len(data), 3):
        piece = data[i:i + 3]
        n = int.from_bytes(piece, "big") << 8 * (3 - len(piece))
        digits = [_ALPHABET[n >> 18], _ALPHABET[n >> 12 & 63], _ALPHABET[n >> 6 & 63], _ALPHABET[n & 63]]
        out += bytes(digits[:len(piece) + 1]) + b"=" * (3 - len(piece))
    return bytes(out) + (b"\n" if newline else b"")


def a2b_base64(data, /, *, strict_mode=False):
    """The bytes of base64 text; other characters are passed over."""
    out, n, count = bytearray(), 0, 0
    padding = 0
    for c in _ascii(data):
        if c == 61:  # =
            padding += 1
            if count >= 2 and count + padding >= 4:
                break
            continue
        value = _VALUES.get(c)
        if value is None:
            if strict_mode:
                raise Error("Only base64 data is allowed")
            continue
        padding = 0
        n = n << 6 | value
        count += 1
        if count == 4:
            out += n.to_bytes(3, "big")
            n = count = 0
    if count == 1:
        raise Error(f"Invalid base64-encoded string: number of data characters ({len(out) // 3 * 4 + 1}) cannot be "
                    "1 more than a multiple of 4")
    if count and count + padding < 4:
        raise Error("Incorrect padding")
    if count:
        out += (n >> (count * 6 % 8)).to_bytes(count - 1, "big")
    return bytes(out)


_crc_table = []


def crc32(data, value=0, /):
    """The checksum of zip files."""
    if not _crc_table:
        for i in range(256):
            for _ in range(8):
                i = i >> 1 ^ (0xEDB88320 if i & 1 else 0)
            _crc_table.append(i)
    value ^= 0xFFFFFFFF
    for byte in _data(data):
        value = value >> 8 ^ _crc_table[(value ^ byte) & 255]
    return value ^ 0xFFFFFFFF

"""Hashes of bytes."""

from _digest import digest as _digest

__all__ = ["new", "algorithms_guaranteed", "algorithms_available", "md5", "sha1", "sha224", "sha256", "sha384",
           "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "blake2b", "blake2s"]

# name: (the name that OpenSSL knows, bytes of a digest, bytes of a block)
_KINDS = {"md5": ("md5", 16, 64), "sha1": ("sha1", 20, 64), "sha224": ("sha224", 28, 64),
          "sha256": ("sha256", 32, 64), "sha384": ("sha384", 48, 128), "sha512": ("sha512", 64, 128),
          "sha3_224": ("sha3-224", 28, 144), "sha3_256": ("sha3-256", 32, 136), "sha3_384": ("sha3-384", 48, 104),
          "sha3_512": ("sha3-512", 64, 72), "blake2b": ("blake2b512", 64, 128), "blake2s": ("blake2s256", 32, 64)}
algorithms_guaranteed = algorithms_available = set(_KINDS)


class _Hash:
    """Bytes so far, and their digest."""

    def __init__(self, name, data=b""):
        self.name = name
        self._kind, self.digest_size, self.block_size = _KINDS[name]
        self._data = bytearray()
        self.update(data)

    def update(self, data, /):
        """Adds bytes."""
        if isinstance(data, str):
            raise TypeError("Strings must be encoded before hashing")
        if not isinstance(data, (bytes, bytearray)):
            raise TypeError("object supporting the buffer API required")
        self._data += data

    def digest(self):
        """The digest, as bytes."""
        return _digest(self._kind, self._data)

    def hexdigest(self):
        """The digest in hexadecimal."""
        return self.digest().hex()

    def copy(self):
        """One that goes on by itself."""
        return _Hash(self.name, self._data)

    def __repr__(self):
        return f"<{self.name} _hashlib.HASH object @ {hex(id(self))}>"


def new(name, data=b"", **kwargs):
    """A hash by the name of its algorithm."""
    if not isinstance(name, str):
        raise TypeError(f"name must be a string, not {type(name).__name__}")
    key = name.lower().replace("-", "_")
    if key not in _KINDS:
        key = key.replace("_", "", 1)
    if key not in _KINDS:
        raise ValueError("unsupported hash type " + name)
    return _Hash(key, data)


def _constructor(kind):
    def make(string=b"", *, usedforsecurity=True):
        return _Hash(kind, string)

    make.__name__ = make.__qualname__ = "openssl_" + kind
    make.__doc__ = f"A {kind} of bytes."
    return make


md5, sha1, sha224, sha256, sha384, sha512, sha3_224, sha3_256, sha3_384, sha3_512, blake2b, blake2s = (
    [_constructor(kind) for kind in _KINDS])

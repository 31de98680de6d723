print(b"abc".decode(), b"caf\xc3\xa9".decode("utf-8"), b"\xe9".decode("latin-1"), b"\x80".decode("cp1252"), b"a\x00b\x00".decode("utf-16-le"), b"\xff\xfea\x00".decode("utf-16"), b"\xfe\xff\x00a".decode("utf-16"), b"\xef\xbb\xbfx".decode("utf-8-sig"))
bad = b"a\xff\xe2\x82b\xc3"
for errors in ("ignore", "replace", "backslashreplace", "surrogateescape"):
    print(errors, ascii(bad.decode("utf-8", errors)), ascii(bad.decode("ascii", errors=errors)))
for data, name in ((b"\xff", "utf-8"), (b"a\xe2\x82", "utf-8"), (b"\xe2\x28\xa1", "utf-8"), (b"\xc0\x80", "utf-8"), (b"\xed\xa0\x80", "utf-8"), (b"\xf5\x80", "utf-8"), (b"\x80", "ascii"), (b"a", "utf-16-le"), (b"\x00\xd8", "utf-16-le"), (b"\x00\xdc", "utf-16-le"), (b"a", "nope"), (b"abc", "utf-32-le"), (b"\x81", "cp1252")):
    try:
        print(data.decode(name))
    except (UnicodeError, LookupError) as e:
        print(type(e).__name__, e)
try:
    b"ok \xfe bad".decode()
except UnicodeDecodeError as e:
    print(e.encoding, e.object, e.start, e.end, e.reason, isinstance(e, ValueError))
print(str(b"caf\xc3\xa9", "utf-8"), str(b"abc", errors="ignore"), str(b"abc"), str(bytearray(b"x"), "ascii"))
for call in (lambda: str("a", "utf-8"), lambda: str(1, "utf-8"), lambda: str(b"a", 1)):
    try:
        print(call())
    except TypeError as e:
        print(e)
print(b"\\n\\x41\\u00e9".decode("unicode_escape"), b"\udc80".decode("ascii"), b"\xff".decode("utf-8", "surrogateescape").encode("utf-8", "surrogateescape"))

for s in ("abc", "é", "日本", "😀", "a\x00b"):
    print(s.encode(), s.encode("utf-8"), s.encode("utf-16-le"), s.encode("utf-16-be"), s.encode("utf-32-le"), s.encode("utf-16"))
print("é".encode("latin-1"), "é".encode("cp1252"), "€".encode("cp1252"), "abc".encode("ascii"), "é".encode("utf-8-sig"), "é\n日".encode("unicode_escape"))
for errors in ("ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace"):
    print(errors, "aé日😀b".encode("ascii", errors), "aé日b".encode("latin-1", errors=errors))
for name in ("utf8", "UTF-8", "U8", "utf_8", "L1", "iso-8859-1", "us-ascii", "latin_1", "Utf-16-LE"):
    print(name, "a".encode(name))
for call in (lambda: "é".encode("ascii"), lambda: "aéèb".encode("ascii"), lambda: "日".encode("latin-1"), lambda: "\ud800".encode(), lambda: "a".encode("nope"), lambda: "é".encode("ascii", "nope"), lambda: "a".encode(1), lambda: "a".encode("utf-8", None), lambda: "日".encode("cp1252")):
    try:
        print(call())
    except (UnicodeError, LookupError, TypeError) as e:
        print(type(e).__name__, e)
try:
    "abé日c".encode("ascii")
except UnicodeEncodeError as e:
    print(e.encoding, e.object, e.start, e.end, e.reason, e.args)
print("\udc80\udcff".encode("utf-8", "surrogateescape"), "\ud800".encode("utf-8", "surrogatepass"))

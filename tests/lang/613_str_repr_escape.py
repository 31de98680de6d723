for s in ("plain", "it's", 'say "hi"', """both ' and \" """, "tab\t", "new\nline", "back\\slash", "\x00\x1f\x7f", "\x80\xa0\xad", "é日😀", "\u200b\u2028\ufeff", "\ud800", "\U000e0001", "\u0378"):
    print(repr(s).encode("ascii", "backslashreplace").decode(), ascii(s))
print("\a\b\f\v\r\0" == "\x07\x08\x0c\x0b\x0d\x00", "\101\x41\u0041\U00000041\N{LATIN CAPITAL LETTER A}", "a\
b", r"raw\n\t", len(r"\\"), "\q" == "\\q")
print(str("x"), str(), repr(""), [""], ["'", '"'], ("a",), {"k": "v"}, str([1, "a"]), f"{'a'!r}", "%r" % "it's")
print(repr("\N{GREEK SMALL LETTER ALPHA}"), "\N{BULLET}", ascii("\N{SNOWMAN}"), len("\N{GRINNING FACE}"))

print(repr("  a b ".strip()), repr("  a b ".lstrip()), repr("  a b ".rstrip()))
print(repr("\t\n\u3000a\xa0\x1f".strip()), repr("xxaxx".strip("x")), repr("abcba".strip("ab")), repr("abc".strip("")))
print("www.example.com".strip("cmowz."), "Ġword".lstrip("Ġ"), "ééaé".strip("é"), "##[CLS]##".strip("#[]"))
print(repr("   ".strip()), repr("".strip()), repr("a".strip("a")), "1.500".rstrip("0").rstrip("."))
for call in (lambda: "a".strip(1), lambda: "a".lstrip(b"a"), lambda: "a".rstrip("a", "b")):
    try:
        print(call())
    except TypeError as e:
        print(e)

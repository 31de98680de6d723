samples = ["", "a", "A", "aB", "1", "½", "²", "٣", "Ⅷ", "一", " ", "\t\n", "a b", "a1", "_a", "1a", "é", "ß", "ǅ", "Ab Cd", "AB", "ab1", "\x00", "\u200b", "\xa0", "class", "naïve", "x²", "ª"]
methods = ["isalpha", "isdecimal", "isdigit", "isnumeric", "isalnum", "isspace", "isupper", "islower", "istitle", "isprintable", "isascii", "isidentifier"]
for s in samples:
    print(ascii(s), "".join("01"[getattr(s, m)()] for m in methods))
print(sum(c.isalpha() for c in "Hello, World 42!"), [t for t in ["12", "x", "3.5", "-1"] if t.isdigit()])

pairs = [("straße", "STRASSE"), ("ﬃ", "FFI"), ("ΰ", "Ϋ́"), ("ǰ", "J̌"), ("և", "ԵՒ"), ("ᾳ", "ΑΙ")]
for a, b in pairs:
    print(a, a.upper(), a.title(), a.casefold() == b.casefold(), len(a), len(a.upper()))
print("İ".lower(), len("İ".lower()), "ı".upper(), "ſ".upper(), "ſ".casefold(), "K".lower(), "Å".lower(), "ẞ".lower(), "ẞ".casefold(), "ŉ".upper(), "ϐ".upper(), "µ".upper(), "ÿ".upper())
print("Ǆ".lower(), "ǆ".title(), "ǅ".swapcase(), "ǅ".isupper(), "ǅ".istitle(), "Ⅷ".lower(), "ⓐ".upper(), "𐐀".lower(), "𝐀".lower(), "Ა".lower(), "ა".upper())
print([hex(ord(c)) for c in "a\u00a0\u2003\u3000\u200b\ufeff" if c.isspace()], "\u00a0" == " ", "a\u00a0b".split(), "\u200b".strip() == "")
print([c.isprintable() for c in "a\xad\u2028\ue000\u0378 \u00a0\U0001f600"], "a\u0301".isalpha(), "\u0301".isprintable(), "नि".isalpha(), "१२".isdigit(), int("१२"))
print("Ω" == "Ω", "Ω".lower() == "Ω".lower(), "fi" in "ﬁ".casefold(), sorted("äaAÄzZ"), sorted(["Zebra", "apple", "Äpfel"], key=str.casefold))
print("hello wörld élan".title(), "o'neill mcdonald".title(), "ἀρχή".capitalize(), "ЁЛКА".capitalize(), "éCOLE".capitalize(), "ǆ".capitalize(), "ﬁ".capitalize())
print("x".isidentifier(), "é".isidentifier(), "2x".isidentifier(), "日本".isidentifier(), "a-b".isidentifier(), "for".isidentifier(), "℘".isidentifier(), "·a".isidentifier(), "a·".isidentifier(), "𝐱".isidentifier())

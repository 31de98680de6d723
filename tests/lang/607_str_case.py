for s in ("hello World", "STRASSE straße", "ﬁne ﬂow", "ΟΔΥΣΣΕΥΣ", "ǅ ǆ Ǆ", "İstanbul ıi", "they're bill's", "x1y2 3ab", "ŉ", "éÉ"):
    print(s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold(), sep=" | ")
print("ΑΣ".lower(), "ΑΣΑ".lower(), "Σ".lower(), "ΑΣ.".lower(), "Α'Σ Β".lower(), "Σ" * 3)
print("Straße".casefold() == "STRASSE".casefold(), "HELLO".lower() == "hello", "Ω".lower() == "ω")
print([w.capitalize() for w in "the qUICK bROWN".split()], " ".join("snake_case_name".split("_")).title().replace(" ", ""))
print("".upper() == "", "123".title(), "a1b c-d_e".title())

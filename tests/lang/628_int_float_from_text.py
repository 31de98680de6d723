for text in ("5", " 5 ", "-7", "+3", "1_000", "0x1f", "", "a", "1.5", "1__0", "_1", "1_", "٣", "12 3", "\n4\t", "1e3", "--1", "0b1", "９", "5\x00"):
    try:
        print(ascii(text), int(text))
    except ValueError as e:
        print(ascii(text), e)
for text, base in (("ff", 16), ("0xff", 16), ("0xff", 0), ("101", 2), ("0b101", 0), ("z", 36), ("0o17", 0), ("12", 3), ("7", 8), ("8", 8), ("1", 37), ("1", 1), ("010", 0), ("1_0", 2)):
    try:
        print(text, base, int(text, base))
    except ValueError as e:
        print(text, base, e)
for text in ("1.5", " 2 ", "1e3", "-1E-2", ".5", "5.", "inf", "-Infinity", "nan", "1_0.5", "", "a", "1e", "1.5.2", "0x1", "+.5e+1", "infinit", "1e400", "\u0661.5"):
    try:
        print(ascii(text), float(text))
    except ValueError as e:
        print(ascii(text), e)
print(int("9" * 30), int(b"12"), float(b"1.5"), int(3.99), int(-3.99), complex("1+2j"), str(int("007")))
for call in (lambda: int("5", "a"), lambda: int(5, 2), lambda: int([]), lambda: float([]), lambda: int(None), lambda: float("a" * 60), lambda: int("b" * 10), lambda: int("é"), lambda: float("日")):
    try:
        print(call())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)

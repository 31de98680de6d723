s = "Zażółć gęślą jaźń 😀 नमस्ते 日本語 Ελλάδα"
print(len(s), len(s.encode()), s.upper(), s.split(), s[::-1] == "".join(reversed(s)), s.find("日"), s.count("ą"))
for c in "aé日😀\u0301":
    print(ascii(c), ord(c), hex(ord(c)), len(c.encode()), c.isalpha(), c.isprintable(), chr(ord(c)) == c)
print("é" == "e\u0301", len("e\u0301"), "é".encode(), "e\u0301".encode(), sorted("éeẽèa"), "ß" < "z", max("aé日😀") == "😀")
print([ord(c) for c in "\u00e9\U0001f600"], "\u65e5\u672c" == "日本", "日本"[0], "😀😁"[1], "a😀b"[1:], "".join(chr(c) for c in range(0x3b1, 0x3b6)))
for bad in (-1, 0x110000, "a", 1.5, 10 ** 30):
    try:
        print(chr(bad))
    except (ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__, e)
for bad in ("", "ab", 5, b"ab"):
    try:
        print(ord(bad))
    except TypeError as e:
        print(e)
print(ord(b"a"), chr(0x10ffff) == "\U0010ffff", chr(97), "٣".isdecimal(), int("٣٤"), float("１.５"), "Ⅷ".isnumeric())
counts = {}
for c in "größe straße":
    counts[c] = counts.get(c, 0) + 1
print(counts, "größe".ljust(8, "·") + "|", "größe".center(9, "*"), f"{'größe':>8}|{'日本':<4}|")

import string
def caesar(s, k):
    out = []
    for c in s:
        for alpha in (string.ascii_lowercase, string.ascii_uppercase):
            if c in alpha:
                out.append(alpha[(alpha.index(c) + k) % 26]); break
        else: out.append(c)
    return "".join(out)
msg = "Attack at Dawn, zebra!"
print(caesar(msg, 3), caesar(caesar(msg, 3), -3) == msg, caesar(msg, 29) == caesar(msg, 3))
def vigenere(s, key, sign=1):
    shifts = [ord(c) - 97 for c in key]; i = 0; r = ""
    for c in s:
        if c.isalpha():
            base = 65 if c.isupper() else 97
            r += chr((ord(c) - base + sign * shifts[i % len(shifts)]) % 26 + base); i += 1
        else: r += c
    return r
enc = vigenere(msg, "lemon"); print(enc, vigenere(enc, "lemon", -1))
MORSE = dict(zip(string.ascii_uppercase, ".- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --..".split()))
BACK = {v: k for k, v in MORSE.items()}
code = " / ".join(" ".join(MORSE[c] for c in w) for w in "SOS HELP ME".split())
print(code, "->", " ".join("".join(map(BACK.__getitem__, w.split())) for w in code.split(" / ")))
def rle(s):
    out, i = [], 0
    while i < len(s):
        j = i
        while j < len(s) and s[j] == s[i]: j += 1
        out.append((s[i], j - i)); i = j
    return out
r = rle("aaabccdddd"); print(r, "".join(f"{c}{n if n > 1 else ''}" for c, n in r), "".join(c * n for c, n in r))
print("".join(chr(ord(a) ^ ord(b)) for a, b in zip("hello", "world")).encode().hex(), bytes(a ^ 42 for a in b"secret").hex())
print("".join(format(ord(c), "08b") for c in "Hi"), "".join(chr(int(b, 2)) for b in ("01001000", "01101001")), [ord(c) - 96 for c in "cab"], "rot13".translate(str.maketrans(string.ascii_lowercase, string.ascii_lowercase[13:] + string.ascii_lowercase[:13])))
print("racecar" == "racecar"[::-1], sorted("listen") == sorted("silent"), "".join(reversed("desserts")), " ".join(w[::-1] for w in "the end".split()))

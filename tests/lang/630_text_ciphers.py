def caesar(text, k):
    out = []
    for c in text:
        if c.isupper():
            out.append(chr((ord(c) - 65 + k) % 26 + 65))
        elif c.islower():
            out.append(chr((ord(c) - 97 + k) % 26 + 97))
        else:
            out.append(c)
    return "".join(out)
def vigenere(text, key, sign=1):
    result, at = "", 0
    for c in text:
        if c.isalpha():
            shift = ord(key[at % len(key)].lower()) - ord("a")
            result += caesar(c, sign * shift)
            at += 1
        else:
            result += c
    return result
secret = caesar("Hello, World!", 3)
print(secret, caesar(secret, -3))
hidden = vigenere("Attack at dawn", "Lemon")
print(hidden, vigenere(hidden, "Lemon", -1))
atbash = str.maketrans("abcdefghijklmnopqrstuvwxyz", "zyxwvutsrqponmlkjihgfedcba")
print("hello world".translate(atbash), "hello".translate(atbash).translate(atbash))
MORSE = dict(zip("abcdefghij", ".- -... -.-. -.. . ..-. --. .... .. .---".split()))
print(" ".join(MORSE.get(c, "?") for c in "bad face"))
back = {v: k for k, v in MORSE.items()}
print("".join(back[m] for m in "-... .- -..".split()))
def xor(data, key):
    return bytes(b ^ key[i % len(key)] for i, b in enumerate(data))
print(xor(b"secret message", b"key").hex(), xor(xor(b"secret message", b"key"), b"key"))
print("".join(sorted("cryptography")), "".join(dict.fromkeys("cryptography")), "cryptography"[::2] + "cryptography"[1::2])
rails = ["", "", ""]
for i, c in enumerate("WEAREDISCOVERED"):
    rails[[0, 1, 2, 1][i % 4]] += c
print(rails, "".join(rails))

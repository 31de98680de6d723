"""Strings: growing, join, split, strip, replace, find, slices, tests of characters."""

TEXT = "The quick brown fox jumps over the lazy dog; it was not amused. " * 40


def main():
    text = ""
    for i in range(10000):
        text += "x"
    parts = []
    for i in range(10000):
        parts.append(str(i))
    joined = ",".join(parts)
    total = len(text) + len(joined)
    for part in joined.split(","):
        total += len(part.strip())
    for word in TEXT.split():
        total += len(word.lower().replace("o", "00").upper())
        if word.startswith("q") or word.endswith("."):
            total += 1
    letters = 0
    for c in TEXT:
        if c.isalpha():
            letters += 1
        elif c == " ":
            total += 1
    at = 0
    while (at := TEXT.find("fox", at)) >= 0:
        total += at
        at += 1
    for i in range(3000):
        total += TEXT[i % 1000:i % 1000 + 10].count("o")
        total += ord(TEXT[i % 500])
    return total + letters + len(TEXT[::-1].title())

"""Word counts, letter counts, the longest words and sentence lengths of a text."""

SOURCE = """It is a truth universally acknowledged, that a single man in possession of a good fortune, must be in
want of a wife. However little known the feelings or views of such a man may be on his first entering a neighbourhood,
this truth is so well fixed in the minds of the surrounding families, that he is considered the rightful property of
some one or other of their daughters. """ * 60


def main():
    words = {}
    letters = {}
    for line in SOURCE.splitlines():
        for word in line.split():
            word = word.strip(".,;:!?").lower()
            if not word:
                continue
            words[word] = words.get(word, 0) + 1
            for c in word:
                letters[c] = letters.get(c, 0) + 1
    common = sorted(words.items(), key=lambda item: (-item[1], item[0]))[:10]
    longest = sorted(words, key=len, reverse=True)[:5]
    sentences = [s.strip() for s in SOURCE.replace("\n", " ").split(".") if s.strip()]
    mean = sum(len(s.split()) for s in sentences) / len(sentences)
    report = "\n".join(f"{word:<20}{n:>6}{n / len(words):8.3f}" for word, n in common)
    return len(report) + len("".join(longest)) + int(mean * 100) + sum(letters.values())

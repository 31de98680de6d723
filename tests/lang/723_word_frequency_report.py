from collections import Counter
import string
TEXT = """It was the best of times, it was the worst of times, it was the age of wisdom,
it was the age of foolishness -- it was the epoch of belief; it was the epoch of incredulity."""
words = [w.strip(string.punctuation).lower() for w in TEXT.split()]
words = [w for w in words if w]
counts = Counter(words)
print(len(words), len(counts))
for rank, (word, n) in enumerate(counts.most_common(6), 1):
    print(f"{rank:>2}. {word:<12}{n:>3} {'*' * n} {n / len(words):.1%}")
by_len = {}
for w in sorted(set(words)):
    by_len.setdefault(len(w), []).append(w)
for n in sorted(by_len, reverse=True):
    print(n, by_len[n])
bigrams = Counter(zip(words, words[1:]))
print(bigrams.most_common(3))
print(max(words, key=lambda w: (len(w), w)), sum(map(len, words)) / len(words))
table = str.maketrans("aeiou", "*****", "st")
print(TEXT.splitlines()[0].translate(table))
print({c: TEXT.lower().count(c) for c in "aeiou"}, TEXT.title().swapcase()[:30])
print([i for i, w in enumerate(words) if w == "the"], words.index("worst"), words[::-1][:3])
longest = "".join(sorted({c for w in words for c in w}))
print(longest, longest.isalpha(), all(w.isascii() for w in words), any(w.startswith("inc") for w in words))

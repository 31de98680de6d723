text = """It was the best of times, it was the worst of times,
it was the age of wisdom, it was the age of foolishness"""
words = [w.strip(",.").lower() for w in text.split()]
counts = {}
for w in words:
    counts[w] = counts.get(w, 0) + 1
for w, n in sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:5]:
    print(f"{w:<8}{n:>3} {'*' * n}")
print(len(words), len(set(words)), max(words, key=len), sorted(set(map(len, words))))
letters = {c: text.lower().count(c) for c in "etaoin"}
print(letters, "".join(sorted(letters, key=letters.get, reverse=True)))
bigrams = {}
for a, b in zip(words, words[1:]):
    bigrams.setdefault(a, []).append(b)
print({k: sorted(set(v)) for k, v in bigrams.items() if len(set(v)) > 1})
index = {}
for n, line in enumerate(text.splitlines(), 1):
    for w in line.replace(",", "").split():
        index.setdefault(w, set()).add(n)
print(sorted(w for w, lines in index.items() if lines == {1, 2}))
print([len(list(group)) for group in ([w for w in words if w.startswith(c)] for c in "abit")])
vowels = sum(text.lower().count(v) for v in "aeiou")
print(vowels, f"{vowels / sum(c.isalpha() for c in text):.1%}")

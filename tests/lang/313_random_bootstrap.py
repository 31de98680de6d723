"""A bootstrap, a small Markov chain and a shuffled split, as in a notebook."""
import random
from collections import Counter

rng = random.Random(0)
data = [rng.gauss(50, 10) for _ in range(40)]
means = sorted(sum(rng.choices(data, k=len(data))) / len(data) for _ in range(200))
print(round(means[5], 4), round(means[100], 4), round(means[194], 4))

text = "the cat sat on the mat and the cat ran to the other cat on the mat".split()
chain = {}
for a, b in zip(text, text[1:]):
    chain.setdefault(a, []).append(b)
word, out = "the", []
for _ in range(12):
    out.append(word)
    word = rng.choice(chain.get(word, ["the"]))
print(" ".join(out))

items = list(range(20))
rng.shuffle(items)
train, test = items[:15], items[15:]
print(train, test, Counter(rng.choices("abc", weights=(5, 3, 2), k=1000)).most_common())
matrix = [[round(rng.uniform(-1, 1), 3) for _ in range(3)] for _ in range(3)]
print(matrix)

"""An n-gram model with back-off: counts, probabilities, perplexity, generation by a fixed generator."""
import math
from collections import Counter, defaultdict

CORPUS = """the model reads the prompt . the model writes the answer . a probe reads the model .
the answer follows the prompt . a head reads the prompt and the head writes .""".split("\n")

class NGram:
    def __init__(self, n, discount=0.4):
        if n < 1:
            raise ValueError("n must be positive")
        self.n, self.discount = n, discount
        self.counts = defaultdict(Counter)
        self.vocabulary = set()

    def fit(self, lines):
        for line in lines:
            words = ["<s>"] * (self.n - 1) + line.split()
            self.vocabulary.update(words[self.n - 1:])
            for i in range(self.n - 1, len(words)):
                for k in range(self.n):
                    self.counts[tuple(words[i - k:i])][words[i]] += 1
        return self

    def p(self, word, context=()):
        context = tuple(context)[-(self.n - 1):] if self.n > 1 else ()
        weight = 1.0
        while True:
            followers = self.counts.get(context)
            if followers and word in followers:
                return weight * followers[word] / followers.total()
            if not context:
                return weight * 1e-6
            context, weight = context[1:], weight * self.discount

    def perplexity(self, line):
        words = line.split()
        padded = ["<s>"] * (self.n - 1) + words
        logs = [math.log(self.p(w, padded[:i + self.n - 1])) for i, w in enumerate(words)]
        return math.exp(-sum(logs) / len(logs))

    def generate(self, choose, limit=12):
        out = ["<s>"] * (self.n - 1)
        while len(out) < limit + self.n - 1 and out[-1:] != ["."]:
            context = tuple(out[len(out) - self.n + 1:])
            while context not in self.counts:
                context = context[1:]
            out.append(choose(sorted(self.counts[context].items(), key=lambda kv: (-kv[1], kv[0]))))
        return " ".join(out[self.n - 1:])

def most(options):
    return options[0][0]

def cycle():
    n = 0
    def choose(options):
        nonlocal n
        n += 1
        return options[n % len(options)][0]
    return choose

for n in (1, 2, 3):
    m = NGram(n).fit(CORPUS)
    print(n, len(m.counts), len(m.vocabulary), f"{m.p('the'):.4f} {m.p('model', ['the']):.4f} {m.p('probe', ['reads', 'a']):.4f}")
    for line in ("the model reads the prompt .", "a head follows the probe .", "unknown words"):
        print(f"   {m.perplexity(line):12.4f} {line}")
    print("  ", m.generate(most), "|", m.generate(cycle()))
m = NGram(2).fit(CORPUS)
print(m.counts["the",].most_common(3), sum(m.p(w, ["the"]) for w in m.counts["the",]))
surprise = {w: round(-math.log2(m.p(w, [p])), 3) for p, w in zip("<s> the head".split(), "the head writes".split())}
print(surprise, max(surprise, key=surprise.get))
for bad in (lambda: NGram(0), lambda: m.perplexity(""), lambda: m.p(["x"], ["the"])):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)

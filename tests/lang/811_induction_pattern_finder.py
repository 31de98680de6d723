"""Where would an induction head look? Repeated pairs in a list of tokens."""
from collections import defaultdict, Counter

text = "the cat sat on the mat because the cat was tired and the mat was warm"
tokens = text.split()
vocabulary = {word: i for i, word in enumerate(dict.fromkeys(tokens))}
ids = [vocabulary[t] for t in tokens]
print(len(tokens), len(vocabulary), ids)

def induction_targets(ids):
    """For each position: the place behind the last earlier occurrence of the same token."""
    last = {}
    for position, token in enumerate(ids):
        yield last.get(token, -2) + 1
        last[token] = position

targets = list(induction_targets(ids))
for token, target in zip(tokens, targets):
    seen = tokens[target] if target >= 0 else "-"
    print(f"{token:>8} -> {seen:<8}|{target:3d}")

followers = defaultdict(Counter)
for a, b in zip(tokens, tokens[1:]):
    followers[a][b] += 1
for word, counter in sorted(followers.items(), key=lambda kv: (-sum(kv[1].values()), kv[0]))[:4]:
    total = counter.total()
    print(word, {k: round(v / total, 3) for k, v in counter.most_common()})

def score(ids, targets):
    hits = [ids[t] == ids[i + 1] for i, t in enumerate(targets[:-1]) if t >= 0]
    return sum(hits), len(hits), sum(hits) / max(len(hits), 1)

print("hits %d of %d (%.2f)" % score(ids, targets))
pattern = [[1 if t == j else 0 for j in range(len(ids))] for t in targets]
for row in pattern[:8]:
    print("".join(".#"[x] for x in row))
print(sum(map(sum, pattern)), max(targets), min(targets))

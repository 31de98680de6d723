"""Greedy, beam and sampled decoding over a toy table of next tokens."""
import heapq, math, random

TABLE = {
    "<s>": {"the": 0.6, "a": 0.4},
    "the": {"cat": 0.5, "dog": 0.4, "</s>": 0.1},
    "a": {"dog": 0.9, "cat": 0.1},
    "cat": {"sat": 0.7, "</s>": 0.3},
    "dog": {"ran": 0.55, "sat": 0.25, "</s>": 0.2},
    "sat": {"</s>": 1.0},
    "ran": {"</s>": 0.95, "the": 0.05},
}

def greedy(limit=8):
    tokens, score = ["<s>"], 0.0
    while tokens[-1] != "</s>" and len(tokens) < limit:
        token, p = max(TABLE[tokens[-1]].items(), key=lambda kv: kv[1])
        tokens.append(token)
        score += math.log(p)
    return score, tokens

def beam(width, limit=8):
    beams, done = [(0.0, ("<s>",))], []
    while beams and len(done) < width * 2:
        candidates = []
        for score, tokens in beams:
            for token, p in TABLE[tokens[-1]].items():
                candidates.append((score + math.log(p), (*tokens, token)))
        beams = []
        for candidate in heapq.nlargest(width, candidates):
            (done if candidate[1][-1] == "</s>" or len(candidate[1]) >= limit else beams).append(candidate)
    return sorted(done, reverse=True)

def sample(rng, temperature=1.0):
    token, out = "<s>", []
    while token != "</s>":
        names, probabilities = zip(*TABLE[token].items())
        weights = [p ** (1 / temperature) for p in probabilities]
        token = rng.choices(names, weights)[0]
        out.append(token)
    return " ".join(out[:-1])

score, tokens = greedy()
print(f"{score:.5f} {' '.join(tokens)}")
for width in (1, 2, 4):
    print("width", width)
    for score, tokens in beam(width):
        print(f"  {score:8.4f} {math.exp(score):6.3f} {' '.join(tokens[1:-1])}")
for temperature in (0.2, 1.0, 5.0):
    rng = random.Random(11)
    print(temperature, [sample(rng, temperature) for _ in range(4)])

def all_paths(token="<s>", p=1.0, depth=0):
    if token == "</s>":
        yield p, depth
    elif depth < 7:
        for following, q in TABLE[token].items():
            yield from all_paths(following, p * q, depth + 1)

paths = list(all_paths())
print(len(paths), f"{math.fsum(p for p, _ in paths):.6f}", max(paths), sorted({d for _, d in paths}))
print(f"{sum(p * d for p, d in paths):.4f}", heapq.nsmallest(2, paths)[0][1])

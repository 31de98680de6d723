"""A logit lens on numbers made by hand: which token leads after each layer?"""
import math

VOCAB = ["Paris", "London", "Rome", "the", "a", "city"]
LAYERS = {
    "embed": [0.1, 0.2, 0.1, 1.4, 1.2, 0.3],
    "block.0": [0.4, 0.5, 0.2, 1.3, 0.9, 0.8],
    "block.1": [1.6, 1.1, 0.9, 1.0, 0.4, 1.5],
    "block.2": [3.2, 1.4, 1.2, 0.6, 0.1, 1.1],
}

def log_softmax(row):
    top = max(row)
    z = math.log(math.fsum(math.exp(x - top) for x in row)) + top
    return [x - z for x in row]

def entropy(logs):
    return -sum(math.exp(x) * x for x in logs)

def rank(row, index):
    return 1 + sum(x > row[index] for x in row)

answer = VOCAB.index("Paris")
print(f"{'layer':<10}{'top':>8}{'p':>8}{'rank':>6}{'H':>8}")
previous = None
for name, logits in LAYERS.items():
    logs = log_softmax(logits)
    best = max(range(len(logs)), key=logs.__getitem__)
    print(f"{name:<10}{VOCAB[best]:>8}{math.exp(logs[best]):8.4f}{rank(logits, answer):6d}{entropy(logs):8.4f}")
    if previous is not None:
        kl = sum(math.exp(p) * (p - q) for p, q in zip(previous, logs))
        print(f"{'':10}KL from before {kl:.5f}")
    previous = logs

final = log_softmax(LAYERS["block.2"])
for word, value in sorted(zip(VOCAB, final), key=lambda p: -p[1])[:3]:
    print(f"{word!r:10} {value:+.4f} {'█' * round(math.exp(value) * 20)}")
difference = final[answer] - final[VOCAB.index("London")]
print(f"logit difference {difference:.6f}", math.isclose(difference, 3.2 - 1.4))
print([f"{math.exp(x):.1%}" for x in final])

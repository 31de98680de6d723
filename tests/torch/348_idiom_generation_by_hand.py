# Sampling from logits: greedy, temperature, top-k, top-p, min-p, repetition penalty, beams, speculative acceptance.
import torch

torch.manual_seed(0)
V = 8
table = torch.randn(V, V) * 1.5


def next_logits(ids):
    return table[ids[-1]] + 0.2 * table[ids[-2] if len(ids) > 1 else 0]


def top_k(logits, k):
    kept = logits.topk(k).values[-1]
    return logits.masked_fill(logits < kept, float("-inf"))


def top_p(logits, p):
    sorted_logits, order = logits.sort(descending=True)
    cumulative = sorted_logits.softmax(0).cumsum(0)
    drop = cumulative - sorted_logits.softmax(0) >= p
    return logits.masked_fill(drop.scatter(0, order, drop), float("-inf"))


def min_p(logits, p):
    probabilities = logits.softmax(0)
    return logits.masked_fill(probabilities < p * probabilities.max(), float("-inf"))


def penalised(logits, ids, penalty):
    seen = torch.tensor(sorted(set(ids)))
    picked = logits[seen]
    return logits.scatter(0, seen, torch.where(picked > 0, picked / penalty, picked * penalty))


def generate(n, pick):
    ids = [0]
    for _ in range(n):
        ids.append(int(pick(next_logits(ids), ids)))
    return ids


start = next_logits([0])
print(start, top_k(start, 3), top_p(start, 0.7), min_p(start, 0.2), penalised(start, [1, 2], 1.5))
print("greedy", generate(8, lambda l, ids: l.argmax()))
print("penalty", generate(8, lambda l, ids: penalised(l, ids, 5.0).argmax()))
for name, warp in [("t=0.5", lambda l: l / 0.5), ("t=2", lambda l: l / 2), ("k=2", lambda l: top_k(l, 2)), ("p=0.5", lambda l: top_p(l, 0.5)), ("min p", lambda l: min_p(l, 0.3))]:
    g = torch.Generator().manual_seed(3)
    print(f"{name:<6}", generate(10, lambda l, ids: torch.multinomial(warp(l).softmax(0), 1, generator=g)))
g = torch.Generator().manual_seed(5)
noise = -torch.empty(V).exponential_(generator=g).log()
print("gumbel", (start + noise).argmax().item())
beams = [([0], 0.0)]
for _ in range(4):
    grown = []
    for ids, score in beams:
        log_probs = next_logits(ids).log_softmax(0)
        best = log_probs.topk(3)
        grown += [(ids + [i], score + v) for v, i in zip(best.values.tolist(), best.indices.tolist())]
    beams = sorted(grown, key=lambda b: -b[1])[:3]
for ids, score in beams:
    print("beam", ids, f"{score:.3f} per token {score / (len(ids) - 1):.3f}")
draft, target = (start * 0.7).softmax(0), start.softmax(0)
accept = (target / draft).clamp(max=1)
residual = (target - draft).clamp(min=0)
print("accept", accept.round(decimals=3), f"rate {(draft * accept).sum():.4f}", (residual / residual.sum()).round(decimals=3))
mixed = draft * accept + (1 - (draft * accept).sum()) * residual / residual.sum()
print("exact", torch.allclose(mixed, target, atol=1e-6))
ids = generate(30, lambda l, ids: l.argmax())
log_probs = torch.stack([next_logits(ids[:k + 1]).log_softmax(0)[ids[k + 1]] for k in range(30)])
print(f"perplexity {log_probs.mean().neg().exp():.4f} bits {log_probs.sum().neg() / torch.log(torch.tensor(2.0)):.3f}")

import torch
from collections import defaultdict

torch.manual_seed(0)
cache = defaultdict(list)
for step in range(3):
    for layer in range(2):
        cache[layer].append(torch.full((2,), float(step + layer)))
stacked = {k: torch.stack(v) for k, v in cache.items()}
print(stacked, {k: tuple(v.shape) for k, v in stacked.items()})
means = {f"layer_{k}": v.mean().item() for k, v in stacked.items()}
print(means, max(means, key=means.get), sorted(means.items(), key=lambda kv: -kv[1]))
results = torch.zeros(2, 3)
for (i, j), value in {(0, 1): 0.5, (1, 2): -1.0}.items():
    results[i, j] = value
print(results, results.nonzero().tolist(), [(i, j, results[i, j].item()) for i, j in results.nonzero().tolist()])
flat = [(f"L{l}H{h}", results[l, h].item()) for l in range(2) for h in range(3)]
print(sorted(flat, key=lambda t: t[1], reverse=True)[:3])
all_acts = torch.cat([v for vs in cache.values() for v in vs])
print(all_acts.shape, all_acts.unique(), all_acts.min().item(), all_acts.max().item(), all_acts.std().item())
table = [[f"{v:.1f}" for v in row] for row in results.tolist()]
print("\n".join("\t".join(r) for r in table))
by_label = {lab: all_acts[i::2] for i, lab in enumerate(("even", "odd"))}
print({k: v.sum().item() for k, v in by_label.items()}, list(by_label), len(by_label))
stack = []
for x in torch.arange(3):
    stack.append(x * 2)
print(stack, torch.tensor(stack), torch.stack(stack).sum(), sum(stack), [int(s) for s in stack])
print(dict(zip(["a", "b"], torch.tensor([[1.0, 2.0], [3.0, 4.0]]))), *map(lambda t: t.tolist(), torch.eye(2)), sep="; ")
a, b = map(torch.tensor, ([1, 2], [3.0]))
print(a, b, [t.dtype for t in (a, b)], any(t.is_floating_point() for t in (a, b)), all(map(torch.is_tensor, (a, b))))
import functools, operator, itertools
print(functools.reduce(torch.add, [torch.ones(2)] * 3), functools.reduce(operator.mul, torch.arange(1, 5)), [tuple(map(int, p)) for p in itertools.product(torch.arange(2), torch.arange(2))], list(itertools.accumulate(torch.tensor([1, 2, 3]))), operator.itemgetter(0)(torch.tensor([5, 6])), sum(1 for v in torch.arange(5) if v % 2))

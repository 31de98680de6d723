import math
import torch
import torch.nn.functional as F

torch.manual_seed(0)
logits = torch.randn(2, 6, 9)
ids = torch.randint(0, 9, (2, 6))
nll = F.cross_entropy(logits[:, :-1].flatten(0, 1), ids[:, 1:].flatten(), reduction="none").view(2, -1)
lp = logits.log_softmax(-1)[:, :-1].gather(-1, ids[:, 1:, None]).squeeze(-1)
print(torch.allclose(nll, -lp), nll, nll.mean(-1).exp(), (nll / math.log(2)).sum(-1))
mask = torch.tensor([[1, 1, 1, 1, 1], [1, 1, 0, 0, 0]], dtype=torch.bool)
print((nll * mask).sum() / mask.sum(), nll[mask].mean(), nll.masked_fill(~mask, 0).sum(1) / mask.sum(1))
print(f"loss={nll.mean():.4f} ppl={nll.mean().exp():.2f} uniform={math.log(9):.4f}", torch.tensor(9.0).log())

import torch

torch.manual_seed(0)
L, H = 3, 4
scores = torch.randn(L, H)
flat = scores.flatten().abs().topk(3)
print([(i.item() // H, i.item() % H, f"{scores.flatten()[i]:+.2f}") for i in flat.indices])
print(scores.mean(1), scores.argmax(1), (scores > 0).sum(), scores[scores > 1], (scores == scores.max()).nonzero()[0].tolist())
for l in range(L):
    print(f"L{l} " + " ".join(f"{scores[l, h]:+.2f}{'*' if scores[l, h].abs() > 1 else ' '}" for h in range(H)))
print({f"L{l}H{h}": round(scores[l, h].item(), 3) for l in range(2) for h in range(2)}, scores.softmax(-1).max(), scores.sign().sum(0))

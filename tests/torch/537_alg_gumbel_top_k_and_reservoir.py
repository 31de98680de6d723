import torch

torch.manual_seed(0)
logits = torch.tensor([2.0, 1.0, 0.0, -1.0])
gumbel = -torch.log(-torch.log(torch.rand(5000, 4)))
draws = (logits + gumbel).argmax(-1)
share = torch.bincount(draws, minlength=4) / 5000
print((share - logits.softmax(-1)).abs().max() < 0.03, share)
soft = torch.nn.functional.gumbel_softmax(logits.expand(3, 4), tau=0.5)
print(soft, soft.sum(-1))
hard = torch.nn.functional.gumbel_softmax(logits.expand(3, 4), tau=1.0, hard=True)
print(hard, hard.argmax(-1))
without = (logits + gumbel[:3]).topk(2, dim=-1).indices
print(without)
reservoir = torch.arange(5)
for i in range(5, 50):
    j = torch.randint(0, i + 1, ()).item()
    if j < 5:
        reservoir[j] = i
print(reservoir)
for p in (0.3, 0.9):
    order = logits.softmax(-1).sort(descending=True)
    keep = order.values.cumsum(-1) - order.values < p
    filtered = torch.full_like(logits, -torch.inf).scatter(0, order.indices[keep], logits[order.indices[keep]])
    print(p, keep.sum().item(), filtered.softmax(-1))
print(torch.multinomial(torch.tensor([0.1, 0.0, 0.9]), 2), torch.multinomial(logits.softmax(0), 6, replacement=True))

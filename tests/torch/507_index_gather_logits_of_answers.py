import torch

torch.manual_seed(2)
logits = torch.randn(3, 5, 10)
answers = torch.tensor([[1, 2], [3, 4], [9, 0]])
lengths = torch.tensor([5, 3, 4])
final = logits[torch.arange(3), lengths - 1]
print(final.shape, final.gather(1, answers))
difference = final.gather(1, answers[:, :1]).squeeze(1) - final.gather(1, answers[:, 1:]).squeeze(1)
print(difference, difference.mean())
print(final.take_along_dim(answers, dim=1).equal(final.gather(1, answers)))
ranks = final.argsort(descending=True).argsort()
print(ranks.gather(1, answers))
tokens = torch.randint(10, (3, 5))
logp = logits.log_softmax(-1)[:, :-1].gather(-1, tokens[:, 1:, None])[..., 0]
print(logp.shape, logp.sum(-1))
loss = torch.nn.functional.cross_entropy(logits[:, :-1].reshape(-1, 10), tokens[:, 1:].reshape(-1), reduction="none")
print(torch.allclose(-loss.view(3, 4), logp))
valid = torch.arange(4) < (lengths - 1)[:, None]
print(valid.sum().item(), f"{(-logp * valid).sum() / valid.sum():.4f}")

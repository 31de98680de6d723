import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(0)
logits = torch.randn(2, 3, 5)
print(logits.topk(2).values.shape, logits.topk(2, dim=1).indices.shape, logits.argmax(-1), logits.max(-1).values.shape)
print(logits.softmax(-1).sum(-1), logits.view(-1, 5).softmax(-1).multinomial(2).shape)
print(logits.sort(-1, descending=True).values[..., 0].equal(logits.max(-1).values), logits.log_softmax(-1).gather(-1, logits.argmax(-1, keepdim=True)).squeeze(-1))
print(torch.take_along_dim(logits, logits.argsort(-1), -1).diff(dim=-1).ge(0).all(), logits.kthvalue(3, -1).values.shape, logits.median(-1).indices.shape)
print(logits.cumsum(-1)[..., -1].allclose(logits.sum(-1), atol=1e-5), logits.flatten(0, 1).unique(dim=0).shape, logits[..., -1].mean(), logits.std((1, 2)), logits.norm(dim=-1))
print(F.one_hot(logits.argmax(-1), 5).sum((0, 1)), (logits == logits.amax(-1, keepdim=True)).sum(), logits.amin((0, 1)))
print(logits.clamp(-0.5, 0.5).abs().max(), logits.sigmoid().round().mean(), torch.bernoulli(logits.sigmoid()).shape, logits.exp().log().allclose(logits, atol=1e-5))
print(logits.reshape(6, 5).T.cov().shape, logits[0] @ logits[1].T, torch.bmm(logits, logits.transpose(1, 2)).diagonal(dim1=1, dim2=2))

import torch
import torch.nn as nn
import torch.nn.functional as F

w = torch.ones(2, requires_grad=True)
print(w.requires_grad, (w * 2).requires_grad, w.detach().requires_grad, (w.detach() * 2).requires_grad, w.data.requires_grad, w.clone().requires_grad, (w > 0).requires_grad, w.long().requires_grad, w.argmax().requires_grad, w.shape, w.is_leaf, (w * 2).is_leaf, w.detach().is_leaf, torch.ones(1).is_leaf)
print(torch.zeros(2).requires_grad_().requires_grad, torch.tensor([1.0], requires_grad=True).grad, nn.Parameter(torch.ones(1)).requires_grad, nn.Parameter(torch.ones(1), requires_grad=False).requires_grad, torch.ones(2).requires_grad_(False).requires_grad, torch.empty(1, requires_grad=True).requires_grad, torch.rand(1, requires_grad=True).is_leaf, torch.ones_like(w).requires_grad, torch.zeros_like(w, requires_grad=True).requires_grad)
print((lambda: (w.sum().backward(), w.grad)[1])(), (lambda: ((w * 3).sum().backward(), w.grad)[1])(), w.grad.requires_grad, w.grad.is_leaf, w.grad_fn, (w * 2).grad_fn is None, w.retains_grad, (w + 0).retains_grad)
print([p.requires_grad for p in nn.Linear(2, 1).parameters()], nn.Linear(2, 1)(w).requires_grad, nn.Linear(2, 1).requires_grad_(False)(torch.ones(2)).requires_grad, nn.LayerNorm(2)(torch.ones(2)).requires_grad, nn.Dropout()(torch.ones(2)).requires_grad, F.relu(torch.ones(2)).requires_grad, nn.Embedding(2, 2)(torch.tensor([0])).requires_grad)

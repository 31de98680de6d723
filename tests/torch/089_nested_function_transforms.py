import torch
import torch.nn as nn
import torch.nn.functional as F

w = torch.tensor([1.0, 2.0])
print(torch.func.grad(lambda v: v.sin().sum())(w), torch.func.grad(lambda v, k: (v ** k).sum())(w, 3), torch.func.grad(lambda a, b: (a * b).sum(), argnums=(0, 1))(w, w + 1))
print(torch.func.jacrev(lambda v: v ** 2)(w), torch.func.jacfwd(lambda v: v.prod())(w), torch.func.hessian(lambda v: (v ** 3).sum())(w), torch.func.jacrev(torch.func.jacrev(lambda v: v.prod()))(w))
print(torch.func.vmap(lambda a: a @ a)(torch.arange(6.0).view(3, 2)), torch.vmap(lambda a, b: a + b, in_dims=(0, None))(torch.eye(2), w), torch.vmap(lambda d: d['x'] * 2)({'x': torch.ones(2, 2)}), torch.vmap(lambda a: (a.sum(), a.max()))(torch.eye(2)))
print(torch.func.grad_and_value(lambda v: (v ** 2).sum())(w), torch.func.vjp(lambda v: v ** 2, w)[1](torch.ones(2)), torch.func.jvp(lambda v: v ** 2, (w,), (torch.ones(2),)), torch.func.grad(lambda v: ((v ** 2).sum(), v * 2), has_aux=True)(w))
print(torch.autograd.functional.vjp(lambda v: v.sum(), w), torch.autograd.functional.jvp(lambda v: v * 2, w, torch.ones(2)), torch.autograd.functional.hvp(lambda v: (v ** 3).sum(), w, torch.ones(2)), torch.autograd.functional.vhp(lambda v: (v ** 3).sum(), w, torch.ones(2)))
print(torch.func.grad(lambda p, x: torch.func.functional_call(nn.Linear(2, 1), p, (x,)).sum())({'weight': torch.ones(1, 2), 'bias': torch.zeros(1)}, w))
print(torch.vmap(torch.func.jacrev(lambda v: v ** 2))(torch.eye(2)).shape, torch.vmap(torch.vmap(lambda s: s * 2))(torch.ones(2, 2)), torch.func.vmap(lambda a: a.flip(0), in_dims=1)(torch.arange(4.0).view(2, 2)))

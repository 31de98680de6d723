# checkpoint, saved tensor hooks, no_grad caches, grad accumulation, clipping, freezing parts by hand.
import torch
import torch.nn as nn
from torch.utils.checkpoint import checkpoint, checkpoint_sequential

torch.manual_seed(0)
calls = []


class Loud(nn.Linear):
    def forward(self, x):
        calls.append(torch.is_grad_enabled())
        return super().forward(x).tanh()


net = nn.Sequential(Loud(3, 4), Loud(4, 4), Loud(4, 1))
x = torch.randn(5, 3, requires_grad=True)
net(x).sum().backward()
plain = [p.grad.clone() for p in net.parameters()], x.grad.clone()
net.zero_grad()
x.grad = None
calls.clear()
out = checkpoint(net, x, use_reentrant=False)
forward_calls = len(calls)
out.sum().backward()
print(forward_calls, len(calls), all(torch.allclose(a, p.grad) for a, p in zip(plain[0], net.parameters())), torch.allclose(plain[1], x.grad))
net.zero_grad()
checkpoint_sequential(net, 2, x, use_reentrant=False).sum().backward()
print(all(torch.allclose(a, p.grad) for a, p in zip(plain[0], net.parameters())))
net.zero_grad(set_to_none=True)
print([p.grad for p in net.parameters()][:2])
for chunk in x.detach().split(2):
    (net(chunk).sum() / 5).backward()
accumulated = [p.grad.clone() for p in net.parameters()]
net.zero_grad()
(net(x.detach()).sum() / 5).backward()
print(all(torch.allclose(a, p.grad, atol=1e-6) for a, p in zip(accumulated, net.parameters())))
before = nn.utils.clip_grad_norm_(net.parameters(), 0.1)
after = torch.stack([p.grad.norm() for p in net.parameters()]).norm()
print(before.shape, after <= 0.1001, nn.utils.clip_grad_value_(net.parameters(), 0.01), max(p.grad.abs().max() for p in net.parameters()) <= 0.01)
net[0].requires_grad_(False)
net.zero_grad()
net(x.detach()).sum().backward()
print([(n, p.requires_grad, p.grad is None) for n, p in net.named_parameters()])
print(sum(p.numel() for p in net.parameters() if p.requires_grad), sum(p.numel() for p in net.parameters()))
vector = nn.utils.parameters_to_vector(net.parameters())
nn.utils.vector_to_parameters(torch.zeros_like(vector), net.parameters())
print(vector.shape, vector.requires_grad, net(torch.ones(1, 3)).item(), [tuple(p.shape) for p in net.parameters()])

import torch
from torch import nn
from torch.nn.utils import (clip_grad_norm_, clip_grad_value_, clip_grads_with_norm_, get_total_norm, parameters_to_vector, vector_to_parameters,
                            fuse_conv_bn_eval, fuse_linear_bn_eval, skip_init)

torch.manual_seed(0)
net = nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 2))


def backward(scale=1.0):
    net.zero_grad()
    (scale * net(torch.arange(6.0).view(2, 3))).pow(2).sum().backward()


backward(5.0)
for kind in (2, 1, float("inf"), 0.5):
    backward(5.0)
    before = clip_grad_norm_(net.parameters(), 1.0, norm_type=kind)
    after = get_total_norm([p.grad for p in net.parameters()], norm_type=kind)
    print(kind, round(before.item(), 3), round(after.item(), 4), type(before).__name__)
backward(0.001)
small = [p.grad.clone() for p in net.parameters()]
print(clip_grad_norm_(net.parameters(), 10.0) < 1, all(torch.equal(a, p.grad) for a, p in zip(small, net.parameters())))
backward(5.0)
clip_grad_value_(net.parameters(), 0.3)
print([round(p.grad.abs().max().item(), 4) for p in net.parameters()])
backward(5.0)
total = get_total_norm([p.grad for p in net.parameters()])
clip_grads_with_norm_(net.parameters(), 2.0, total)
print(round(get_total_norm([p.grad for p in net.parameters()]).item(), 4), clip_grad_norm_([], 1.0), clip_grad_norm_(net[0].weight, 0.5).shape)
net[0].weight.grad[0, 0] = float("nan")
try:
    clip_grad_norm_(net.parameters(), 1.0, error_if_nonfinite=True)
except RuntimeError as e:
    print(e)
print(clip_grad_norm_(net.parameters(), 1.0))
vec = parameters_to_vector(net.parameters())
print(vec.shape, vec.requires_grad, torch.equal(vec[:12].view(4, 3), net[0].weight))
vector_to_parameters(torch.arange(float(len(vec))), net.parameters())
print(net[0].bias, net[2].weight)
shapes = [p.shape for p in net.parameters()]
flat = torch.cat([torch.full((s.numel(),), float(i)) for i, s in enumerate(shapes)])
vector_to_parameters(flat, net.parameters())
print([p.unique().tolist() for p in net.parameters()])
for f in (lambda: vector_to_parameters([1.0], net.parameters()), lambda: parameters_to_vector([]), lambda: vector_to_parameters(torch.ones(3), net.parameters())):
    try:
        print("fine", f())
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0][:120])
torch.manual_seed(1)
conv, bn = nn.Conv2d(2, 3, 3), nn.BatchNorm2d(3)
bn(conv(torch.randn(4, 2, 6, 6)))
conv.eval(), bn.eval()
x = torch.randn(1, 2, 5, 5)
fused = fuse_conv_bn_eval(conv, bn)
print(torch.allclose(fused(x), bn(conv(x)), atol=1e-5), fused)
lin, b1 = nn.Linear(3, 2).eval(), nn.BatchNorm1d(2)
b1(torch.randn(8, 2))
b1.eval()
print(torch.allclose(fuse_linear_bn_eval(lin, b1)(torch.ones(1, 3)), b1(lin(torch.ones(1, 3))), atol=1e-5))
s = skip_init(nn.Linear, 3, 2)
print(s, s.weight.shape, s.weight.requires_grad)
import copy
clone = copy.deepcopy(net)
with torch.no_grad():
    for p in clone.parameters():
        p.add_(1)
print([round((a - b).abs().max().item(), 3) for a, b in zip(net.parameters(), clone.parameters())])
ema = {k: v.clone() for k, v in net.state_dict().items()}
for k, v in clone.state_dict().items():
    ema[k].lerp_(v, 0.25)
print({k: round(v.mean().item(), 3) for k, v in ema.items()})
grads = torch.autograd.grad(net(torch.ones(1, 3)).sum(), list(net.parameters()))
gnorm = torch.stack([g.norm() for g in grads]).norm()
print(round(gnorm.item(), 4), [tuple(g.shape) for g in grads])

import torch

x = torch.tensor([1.0, 2.0, 3.0])
print(x._version, x.add_(1) is x, x._version, x.mul_(2).sub_(1), x.zero_(), x.fill_(2).pow_(2), x.copy_(torch.arange(3)), x.uniform_(0, 0), x.normal_(0, 0), x.clamp_(0, 1), x.exp_(), x.log_(), x.add_(1).sqrt_(), x.reciprocal_(), x.round_(), x.neg_().abs_(), x.t_() if x.ndim == 2 else x.unsqueeze_(0).shape, x.squeeze_(0).shape)
y = x.view(3)
y += 1
print(x, x._version, y._version, y.is_leaf, x.requires_grad_().requires_grad)
w = torch.ones(2, requires_grad=True)
for bad in (lambda: w.add_(1), lambda: w.__iadd__(1), lambda: w[0].fill_(1), lambda: w.__setitem__(0, 5.0), lambda: torch.ones(2, dtype=torch.int64).add_(0.5), lambda: torch.ones(2, dtype=torch.bool).add_(1), lambda: torch.ones(2).add_(torch.ones(3)), lambda: torch.ones(2, 1).add_(torch.ones(2, 2))):
    try:
        print(bad())
    except Exception as err:
        print(type(err).__name__, str(err).split("\n")[0])
with torch.no_grad():
    w += 1
    w[0] = 5
    w.mul_(2)
print(w, w.grad_fn, w.is_leaf)
h = w * 2
h[0] = 0
h.sum().backward()
print(w.grad, h)
a = torch.ones(2, requires_grad=True)
b = a.exp()
b.add_(1)
try:
    b.sum().backward()
except RuntimeError as err:
    print("RuntimeError", str(err)[:80])
c = (a * 2).sigmoid_()
c.sum().backward()
print(a.grad, c)
z = torch.zeros(3)
z[1:].add_(torch.tensor([1.0, 2.0]))
z[::2] *= 10
z.index_add_(0, torch.tensor([0]), torch.tensor([4.0]))
z[z > 5].zero_()
print(z, torch.zeros(2).masked_fill_(torch.tensor([True, False]), 3), torch.arange(4.0).view(2, 2).tril_(), torch.tensor([3.0, 1.0]).sort()[0], torch.ones(2).set_(torch.zeros(3)).shape, torch.ones(2).resize_(1).shape, torch.ones(2).swapaxes_(0, 0) if False else "")

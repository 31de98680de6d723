# Which operations give the very same object, and dicts, sets and lists keyed by tensors.
import torch

x = torch.ones(2, 3)
p = torch.nn.Parameter(torch.zeros(2))
v = x.view(6)
print(x is x, v._base is x, v[1:]._base is x, x.clone() is x, x.to(torch.float32) is x, x.to("cpu") is x, x.float() is x, x.contiguous() is x, x.t().contiguous() is x, x.cpu() is x, x.detach() is x, x.data is x, x.add_(1) is x, x.requires_grad_(False) is x, x.expand(2, 3) is x, x.reshape(2, 3) is x, x.squeeze_() is x, torch.as_tensor(x) is x, torch.relu_(x) is x)
y = (p * 2).sum()
y.backward()
print(p.grad is p.grad, y.grad_fn is y.grad_fn, y.grad_fn.next_functions[0][0].next_functions[0][0].variable is p, id(p) == id(p), id(x) != id(v), hash(x) == id(x))
seen = {x: "x", v: "v"}
print(seen[x], seen[v], seen[v._base], len({x, x, v, v._base}), x in seen, x.clone() in seen)
groups = {}
for name, t in [("a", x), ("b", v), ("c", x), ("d", v._base)]:
    groups.setdefault(id(t), []).append(name)
print(sorted(groups.values()))
net = torch.nn.Linear(2, 2)
opt = torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.9)
net(torch.ones(1, 2)).sum().backward()
opt.step()
print(all(q in opt.state for q in net.parameters()), list(net.parameters())[0] is net.weight, opt.param_groups[0]["params"][1] is net.bias, net.state_dict()["weight"] is net.weight, net.weight.data_ptr() == net.state_dict()["weight"].data_ptr())
tied = torch.nn.Linear(2, 2)
tied.weight = net.weight
print(tied.weight is net.weight, len({id(q) for m in (net, tied) for q in m.parameters()}))
print(x.layout is torch.strided, x.dtype is torch.float32, x.device == torch.device("cpu"), x.shape is x.shape, x.shape == x.shape)
items = [x, v]
print(any(t is x for t in items), [t is v for t in items], next(i for i, t in enumerate(items) if t is v), sum(t is x for t in items * 2))

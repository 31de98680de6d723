import copy

import torch
from torch import nn, optim

net = nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 1))
for opt in (optim.SGD(net.parameters(), lr=0.1, momentum=0.9), optim.Adam(net.parameters()), optim.AdamW([{"params": net[0].parameters(), "lr": 0.01}, {"params": [net[1].weight, net[1].bias]}], lr=1e-3), optim.RMSprop(net.parameters(), lr=0.01), optim.Adagrad(net.parameters())):
    print(opt)
w, v = torch.ones(2, requires_grad=True), torch.ones(1, requires_grad=True)
opt = optim.Adam([{"params": [w], "lr": 0.1}, {"params": v}], lr=0.01)
(w.sum() + v.sum() * 2).backward()
opt.step()
print(w, v, [g["lr"] for g in opt.param_groups], len(opt.state), opt.state[w]["step"], opt.state[w]["exp_avg"], sorted(opt.state[w]))
sd = opt.state_dict()
print(sd["state"].keys(), sd["param_groups"][0]["params"], sd["param_groups"][1]["params"], sd["param_groups"][0]["betas"], sorted(sd["param_groups"][0]))
w2, v2 = w.detach().clone().requires_grad_(), v.detach().clone().requires_grad_()
opt2 = optim.Adam([{"params": [w2]}, {"params": [v2]}], lr=5.0)
opt2.load_state_dict(copy.deepcopy(sd))
for o, a, b in ((opt, w, v), (opt2, w2, v2)):
    o.zero_grad()
    (a ** 2).sum().backward()
    o.step()
print(torch.equal(w, w2), [g["lr"] for g in opt2.param_groups], w.grad, v.grad)
opt.add_param_group({"params": [torch.zeros(1, requires_grad=True)], "lr": 1.0})
print(len(opt.param_groups), opt.param_groups[-1]["lr"], opt.defaults["lr"], isinstance(opt, optim.Optimizer))
for g in opt.param_groups:
    g["lr"] *= 0.5
print([g["lr"] for g in opt.param_groups])
for bad in (lambda: optim.SGD([], lr=0.1), lambda: optim.SGD(net.parameters(), lr=-1), lambda: optim.Adam([w * 2]), lambda: optim.Adam([1.0]), lambda: optim.Adam(w), lambda: optim.Adam([w], betas=(1.5, 0.9)), lambda: optim.SGD([w], nesterov=True), lambda: opt.add_param_group({"params": [w]}), lambda: optim.SGD([w], lr=0.1, foo=1), lambda: optim.Adam([w], eps=-1), lambda: opt2.load_state_dict({"state": {}, "param_groups": []})):
    try:
        print(bad())
    except Exception as err:
        print(type(err).__name__, str(err)[:120])
frozen = nn.Linear(2, 2)
frozen.weight.requires_grad_(False)
o = optim.SGD(filter(lambda p: p.requires_grad, frozen.parameters()), lr=1.0)
frozen(torch.ones(1, 2)).sum().backward()
before = frozen.weight.clone()
o.step()
print(torch.equal(before, frozen.weight), len(o.param_groups[0]["params"]), frozen.weight.grad)
calls = []
o.register_step_pre_hook(lambda opt, args, kwargs: calls.append("pre"))
o.register_step_post_hook(lambda opt, args, kwargs: calls.append("post"))
o.step()
print(calls)

import torch
from torch import nn, optim
import copy

torch.manual_seed(0)
net = nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 1))
decay = [p for n, p in net.named_parameters() if n.endswith("weight")]
rest = [p for n, p in net.named_parameters() if n.endswith("bias")]
opt = optim.AdamW([{"params": decay, "weight_decay": 0.1}, {"params": rest, "weight_decay": 0.0, "lr": 0.01, "name": "biases"}], lr=0.1)
print(opt)
print([(g["lr"], g["weight_decay"], len(g["params"])) for g in opt.param_groups], opt.defaults["betas"])
x, y = torch.randn(8, 3), torch.randn(8, 1)


def step():
    opt.zero_grad()
    loss = (net(x) - y).pow(2).mean()
    loss.backward()
    opt.step()
    return round(loss.item(), 5)


print([step() for _ in range(3)])
saved = copy.deepcopy(opt.state_dict())
weights = copy.deepcopy(net.state_dict())
print(list(saved), list(saved["state"]), saved["param_groups"][1]["params"], saved["param_groups"][0]["lr"])
print({k: (tuple(v.shape), str(v.dtype)) for k, v in saved["state"][0].items()})
a = [step() for _ in range(3)]
net.load_state_dict(weights)
opt.load_state_dict(saved)
b = [step() for _ in range(3)]
print(a == b, a)
extra = nn.Parameter(torch.zeros(2))
opt.add_param_group({"params": [extra], "lr": 1.0})
print(len(opt.param_groups), opt.param_groups[-1]["lr"], opt.param_groups[-1]["weight_decay"], opt.param_groups[-1]["params"])
for f in (lambda: opt.add_param_group({"params": [extra]}), lambda: opt.add_param_group([extra]), lambda: opt.add_param_group({"params": {extra}}), lambda: opt.load_state_dict(saved),
          lambda: opt.load_state_dict({"state": {}, "param_groups": [{"params": [0]}] * 3}), lambda: optim.SGD([{"lr": 0.1}]), lambda: optim.SGD([{"params": extra, "lr": -2}])):
    try:
        f()
        print("fine")
    except Exception as e:
        print(type(e).__name__, e)
log = []
h1 = opt.register_step_pre_hook(lambda o, args, kwargs: log.append("pre"))
h2 = opt.register_step_post_hook(lambda o, args, kwargs: log.append("post"))
step()
h1.remove()
step()
h2.remove()
step()
print(log)
h3 = opt.register_state_dict_post_hook(lambda o, sd: {**sd, "stamp": 7})
h4 = opt.register_load_state_dict_pre_hook(lambda o, sd: log.append(sorted(sd)))
sd = opt.state_dict()
print(sorted(sd))
opt.load_state_dict(sd)
print(log[-1])
for g in opt.param_groups:
    g["lr"] *= 0.5
print([g["lr"] for g in opt.param_groups], extra.grad, extra in opt.state)
sgd = optim.SGD(net.parameters(), lr=0.1, momentum=0.9)


def closure():
    sgd.zero_grad()
    loss = (net(x) - y).pow(2).mean()
    loss.backward()
    return loss


first = sgd.step(closure)
print(round(first.item(), 4), len(sgd.state), sgd.state[net[0].weight].keys())
net[0].weight.requires_grad_(False)
w0 = net[0].weight.clone()
sgd.zero_grad(set_to_none=True)
(net(x) - y).pow(2).mean().backward()
sgd.step()
print(torch.equal(w0, net[0].weight), net[0].weight.grad)
named = optim.SGD(net.named_parameters(), lr=0.1)
print(named.param_groups[0]["param_names"], named.state_dict()["param_groups"][0]["param_names"])
tensor_lr = optim.Adam([extra], lr=torch.tensor(0.01))
print(tensor_lr.param_groups[0]["lr"], torch.nn.utils.parameters_to_vector(rest).shape)
lin = optim.SGD([extra], lr=0.5)
extra.grad = torch.tensor([1.0, -1.0])
print(lin.step(), extra, lin.zero_grad(), extra.grad)
print(sgd)

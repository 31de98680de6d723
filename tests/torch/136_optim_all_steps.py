import torch

def run(make, steps=4, closure=False):
    w = torch.tensor([1.0, -2.0], requires_grad=True)
    opt = make([w])
    for _ in range(steps):
        def f():
            opt.zero_grad()
            loss = (w ** 2).sum() + (w[0] * w[1])
            loss.backward()
            return loss
        if closure:
            opt.step(f)
        else:
            f()
            opt.step()
    return [round(v, 6) for v in w.tolist()]

O = torch.optim
for name, make in {
    "sgd": lambda p: O.SGD(p, lr=0.1), "momentum": lambda p: O.SGD(p, lr=0.1, momentum=0.9), "nesterov": lambda p: O.SGD(p, 0.1, momentum=0.9, nesterov=True, weight_decay=0.01), "dampening": lambda p: O.SGD(p, 0.1, momentum=0.5, dampening=0.2), "maximize": lambda p: O.SGD(p, 0.01, maximize=True),
    "adam": lambda p: O.Adam(p, lr=0.1), "amsgrad": lambda p: O.Adam(p, lr=0.1, amsgrad=True, weight_decay=0.1), "betas": lambda p: O.Adam(p, lr=0.1, betas=(0.5, 0.9), eps=1e-3), "adamw": lambda p: O.AdamW(p, lr=0.1, weight_decay=0.5), "adamax": lambda p: O.Adamax(p, lr=0.1), "nadam": lambda p: O.NAdam(p, lr=0.1), "radam": lambda p: O.RAdam(p, lr=0.1),
    "rmsprop": lambda p: O.RMSprop(p, lr=0.1), "rms_centered": lambda p: O.RMSprop(p, lr=0.1, centered=True, momentum=0.5), "adagrad": lambda p: O.Adagrad(p, lr=0.5), "adadelta": lambda p: O.Adadelta(p), "rprop": lambda p: O.Rprop(p, lr=0.1), "asgd": lambda p: O.ASGD(p, lr=0.1)}.items():
    print(name, run(make))
print("lbfgs", run(lambda p: O.LBFGS(p, lr=0.5, max_iter=3), 2, True), run(lambda p: O.LBFGS(p, line_search_fn="strong_wolfe"), 1, True), run(lambda p: O.Adam(p), 2, True))
w = torch.nn.Parameter(torch.ones(2))
opt = O.Adam([w], lr=0.01)
print(opt)
w.sum().backward()
opt.step()
sd = opt.state_dict()
print(sd["state"][0]["step"], sd["state"][0]["exp_avg"], sd["param_groups"][0]["lr"], sd["param_groups"][0]["params"], list(sd["param_groups"][0]))
other = O.Adam([torch.nn.Parameter(torch.ones(2))], lr=1.0)
other.load_state_dict(sd)
print(other.param_groups[0]["lr"], len(other.state), opt.state[w]["exp_avg_sq"])
opt.add_param_group({"params": [torch.nn.Parameter(torch.zeros(1))], "lr": 0.5})
print(len(opt.param_groups), [g["lr"] for g in opt.param_groups])
opt.zero_grad()
print(w.grad)
for f in (lambda: O.SGD([], lr=0.1), lambda: O.SGD([w], lr=-1), lambda: O.Adam([torch.ones(1) * w]), lambda: O.Adam([1]), lambda: O.Adam(w), lambda: O.Adam([w], betas=(1.5, 0.9)), lambda: O.SGD([w], lr=0.1, nesterov=True), lambda: opt.add_param_group({"params": [w]})):
    try:
        print(f())
    except (ValueError, TypeError) as err:
        print(type(err).__name__, err)

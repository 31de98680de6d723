import torch
from torch import nn
from torch.nn.utils import prune

torch.manual_seed(0)
lin = nn.Linear(4, 3)
prune.l1_unstructured(lin, "weight", amount=0.25)
print(lin.weight_mask, [n for n, _ in lin.named_parameters()], [n for n, _ in lin.named_buffers()], type(lin.weight).__name__)
prune.random_unstructured(lin, name="bias", amount=1)
print(lin.bias_mask, prune.is_pruned(lin), len(lin._forward_pre_hooks))
prune.ln_structured(lin, name="weight", amount=1, n=2, dim=0)
print(lin.weight_mask.sum(1), type(list(lin._forward_pre_hooks.values())[0]).__name__)
hook = list(lin._forward_pre_hooks.values())[-1]
print(type(hook).__name__, [type(m).__name__ for m in hook] if hasattr(hook, "__iter__") else None)
lin(torch.ones(2, 4)).sum().backward()
print(lin.weight_orig.grad)
with torch.no_grad():
    lin.weight_orig.mul_(2)
print(torch.equal(lin.weight, lin.weight_orig * lin.weight_mask))
lin(torch.ones(1, 4))
print(torch.equal(lin.weight, lin.weight_orig * lin.weight_mask), sorted(lin.state_dict()))
prune.remove(lin, "weight")
prune.remove(lin, "bias")
print((lin.weight == 0).sum().item(), sorted(lin.state_dict()), prune.is_pruned(lin))
conv = nn.Conv2d(2, 4, 3)
prune.random_structured(conv, "weight", amount=0.5, dim=1)
print(conv.weight_mask.sum((0, 2, 3)), prune.ln_structured(nn.Conv2d(2, 4, 1), "weight", 2, n=float("inf"), dim=0).weight_mask.flatten(1).sum(1))
net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
targets = [(net[0], "weight"), (net[2], "weight")]
prune.global_unstructured(targets, pruning_method=prune.L1Unstructured, amount=0.5)
zeros = [(m.weight == 0).sum().item() for m, _ in targets]
print(zeros, sum(zeros), sum(m.weight.numel() for m, _ in targets))
prune.global_unstructured(targets, pruning_method=prune.L1Unstructured, amount=4)
print(sum((m.weight == 0).sum().item() for m, _ in targets))
custom = prune.custom_from_mask(nn.Linear(2, 2), "weight", torch.tensor([[1, 0], [0, 1]]))
print(custom.weight_mask, prune.identity(nn.Linear(2, 1), "bias").bias_mask)
m = nn.Linear(3, 2)
prune.l1_unstructured(m, "weight", 2, importance_scores=torch.arange(6.0).view(2, 3))
print(m.weight_mask)


class EveryOther(prune.BasePruningMethod):
    PRUNING_TYPE = "unstructured"

    def compute_mask(self, t, default_mask):
        mask = default_mask.clone()
        mask.view(-1)[::2] = 0
        return mask


m = nn.Linear(3, 2)
EveryOther.apply(m, "weight")
print(m.weight_mask, type(list(m._forward_pre_hooks.values())[0]).__name__)
print(prune.L1Unstructured(amount=0.5).prune(torch.tensor([1.0, -3.0, 2.0, 0.1])), prune.LnStructured(1, n=1, dim=0).compute_mask(torch.tensor([[1.0, 2.0], [0.1, 0.2]]), torch.ones(2, 2)))
for f in (lambda: prune.l1_unstructured(m, "weight", amount=1.5), lambda: prune.l1_unstructured(m, "weight", amount=-1), lambda: prune.remove(nn.Linear(1, 1), "weight"),
          lambda: prune.ln_structured(nn.Linear(2, 2), "bias", 1, n=2, dim=0), lambda: prune.l1_unstructured(m, "weight", amount="x"), lambda: prune.global_unstructured([m], prune.L1Unstructured, amount=1), lambda: prune.ln_structured(nn.Linear(2, 2), "weight", 1, n=2, dim=5), lambda: prune.custom_from_mask(nn.Linear(2, 2), "weight", torch.ones(3))):
    try:
        f()
        print("fine")
    except Exception as e:
        print(type(e).__name__, str(e)[:150])

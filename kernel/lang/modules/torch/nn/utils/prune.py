"""Weights set to zero for good."""

import torch


class _Pruned:
    """Puts mask times the original in place before each forward."""

    def __init__(self, name):
        self.name = name

    def __call__(self, module, inputs):
        setattr(module, self.name, getattr(module, self.name + "_mask") * getattr(module, self.name + "_orig"))


def _apply(module, name, mask):
    if name + "_orig" in module._parameters:
        mask = getattr(module, name + "_mask") * mask
        setattr(module, name + "_mask", mask)
    else:
        original = module._parameters.pop(name)
        module.register_parameter(name + "_orig", original)
        module.register_buffer(name + "_mask", mask)
        module.register_forward_pre_hook(_Pruned(name))
    _Pruned(name)(module, ())
    return module


def _current(module, name):
    weight = getattr(module, name + "_orig", None)
    weight = getattr(module, name) if weight is None else weight
    mask = getattr(module, name + "_mask", None)
    return weight.detach(), torch.ones_like(weight) if mask is None else mask


def _count(amount, total):
    if isinstance(amount, float) and not 0.0 <= amount <= 1.0 or not isinstance(amount, float) and amount < 0:
        raise ValueError(f"amount={amount} should either be a float in the range [0.0, 1.0] or a non-negative integer")
    return round(amount * total) if isinstance(amount, float) else amount


def identity(module, name):
    """A mask of ones."""
    return _apply(module, name, torch.ones_like(getattr(module, name)))


def custom_from_mask(module, name, mask):
    """A mask of one's own."""
    return _apply(module, name, mask.to(getattr(module, name).dtype))


def l1_unstructured(module, name, amount, importance_scores=None):
    """The smallest become zero."""
    weight, mask = _current(module, name)
    kept = mask.flatten().nonzero().flatten()
    scores = (weight if importance_scores is None else importance_scores).flatten()[kept].abs()
    new = torch.ones(weight.numel(), dtype=weight.dtype)
    count = _count(amount, kept.numel())
    if count:
        new[kept[torch.topk(scores, count, largest=False).indices]] = 0
    return _apply(module, name, new.view_as(weight))


def random_unstructured(module, name, amount):
    """Some, at random, become zero."""
    weight, mask = _current(module, name)
    kept = mask.flatten().nonzero().flatten()
    new = torch.ones(weight.numel(), dtype=weight.dtype)
    count = _count(amount, kept.numel())
    if count:
        new[kept[torch.topk(torch.rand(kept.numel()), count).indices]] = 0
    return _apply(module, name, new.view_as(weight))


def ln_structured(module, name, amount, n, dim, importance_scores=None):
    """The slices of smallest norm become zero."""
    weight, _ = _current(module, name)
    dims = [d for d in range(weight.ndim) if d != dim % weight.ndim]
    norms = torch.linalg.vector_norm(weight if importance_scores is None else importance_scores, n, dims)
    new = torch.ones_like(weight)
    count = _count(amount, norms.numel())
    if count:
        new.index_fill_(dim, torch.topk(norms, count, largest=False).indices, 0)
    return _apply(module, name, new)


def global_unstructured(parameters, pruning_method=None, importance_scores=None, **kwargs):
    """The smallest of several tensors together become zero."""
    current = [_current(module, name) for module, name in parameters]
    flat = torch.cat([w.flatten() for w, _ in current])
    mask = torch.cat([m.flatten() for _, m in current])
    kept = mask.nonzero().flatten()
    new = torch.ones(flat.numel(), dtype=flat.dtype)
    count = _count(kwargs["amount"], kept.numel())
    if count:
        new[kept[torch.topk(flat[kept].abs(), count, largest=False).indices]] = 0
    at = 0
    for (module, name), (weight, _) in zip(parameters, current):
        _apply(module, name, new[at:at + weight.numel()].view_as(weight))
        at += weight.numel()


class L1Unstructured:
    """The method that global_unstructured is told."""


class RandomUnstructured:
    """The method that global_unstructured is told."""


def remove(module, name):
    """The zeros stay; the weight is a plain parameter again."""
    for id, hook in module._forward_pre_hooks.items():
        if isinstance(hook, _Pruned) and hook.name == name:
            hook(module, ())
            value = getattr(module, name)
            del module._forward_pre_hooks[id]
            original = module._parameters.pop(name + "_orig")
            del module._buffers[name + "_mask"]
            delattr(module, name)
            original.data = value.data
            module.register_parameter(name, original)
            return module
    raise ValueError(f"Parameter '{name}' of module {module} has to be pruned before pruning can be removed")


def is_pruned(module):
    """Is something of the module or below it pruned?"""
    return any(isinstance(hook, _Pruned) for m in module.modules() for hook in m._forward_pre_hooks.values())

"""weight_norm and spectral_norm under their old names."""

import torch
from torch.nn.parameter import Parameter


class _Hook:
    def __init__(self, name, dim):
        self.name, self.dim = name, -1 if dim is None else dim

    def value(self, module):
        return torch._weight_norm(getattr(module, self.name + "_v"), getattr(module, self.name + "_g"), self.dim)

    def __call__(self, module, inputs):
        setattr(module, self.name, self.value(module))


def weight_norm(module, name="weight", dim=0):
    """The weight as a direction `name_v` and a length `name_g`, put together before each forward."""
    hook = _Hook(name, dim)
    weight = getattr(module, name)
    del module._parameters[name]
    module.register_parameter(name + "_g", Parameter(torch.norm_except_dim(weight, 2, hook.dim).data))
    module.register_parameter(name + "_v", Parameter(weight.data))
    setattr(module, name, hook.value(module))
    module.register_forward_pre_hook(hook)
    return module


def remove_weight_norm(module, name="weight"):
    """The weight is a parameter of its own again."""
    for id, hook in module._forward_pre_hooks.items():
        if isinstance(hook, _Hook) and hook.name == name:
            weight = hook.value(module)
            delattr(module, name)
            del module._parameters[name + "_g"], module._parameters[name + "_v"]
            setattr(module, name, Parameter(weight.data))
            del module._forward_pre_hooks[id]
            return module
    raise ValueError(f"weight_norm of '{name}' not found in {module}")


class _SpectralHook:
    def __init__(self, name, n, dim, eps):
        self.name, self.n, self.dim, self.eps = name, n, dim, eps

    def matrix(self, weight):
        if self.dim != 0:
            weight = weight.permute(self.dim, *[d for d in range(weight.ndim) if d != self.dim])
        return weight.reshape(weight.shape[0], -1)

    def value(self, module, iterate):
        weight = getattr(module, self.name + "_orig")
        u, v = getattr(module, self.name + "_u"), getattr(module, self.name + "_v")
        matrix, normalize = self.matrix(weight), torch.nn.functional.normalize
        if iterate:
            with torch.no_grad():
                for _ in range(self.n):
                    v.copy_(normalize(torch.mv(matrix.t(), u), dim=0, eps=self.eps))
                    u.copy_(normalize(torch.mv(matrix, v), dim=0, eps=self.eps))
                u, v = u.clone(), v.clone()
        return weight / torch.dot(u, torch.mv(matrix, v))

    def __call__(self, module, inputs):
        setattr(module, self.name, self.value(module, module.training))


def spectral_norm(module, name="weight", n_power_iterations=1, eps=1e-12, dim=None):
    """The weight divided by its largest singular value, before each forward."""
    dim = (1 if type(module).__name__.startswith("ConvTranspose") else 0) if dim is None else dim
    hook = _SpectralHook(name, n_power_iterations, dim, eps)
    weight = module._parameters[name]
    with torch.no_grad():
        h, w = hook.matrix(weight).shape
        u = torch.nn.functional.normalize(weight.new_empty(h).normal_(0, 1), dim=0, eps=eps)
        v = torch.nn.functional.normalize(weight.new_empty(w).normal_(0, 1), dim=0, eps=eps)
    del module._parameters[name]
    module.register_parameter(name + "_orig", weight)
    setattr(module, name, weight.data)
    module.register_buffer(name + "_u", u)
    module.register_buffer(name + "_v", v)
    module.register_forward_pre_hook(hook)
    return module


def remove_spectral_norm(module, name="weight"):
    """The weight is a parameter of its own again."""
    for id, hook in module._forward_pre_hooks.items():
        if isinstance(hook, _SpectralHook) and hook.name == name:
            with torch.no_grad():
                weight = hook.value(module, False)
            delattr(module, name)
            for suffix in ("_u", "_v", "_orig"):
                delattr(module, name + suffix)
            module.register_parameter(name, Parameter(weight.detach()))
            del module._forward_pre_hooks[id]
            return module
    raise ValueError(f"spectral_norm of '{name}' not found in {module}")

"""Parameters computed from others each time they are read."""

from contextlib import contextmanager

import torch
from torch.nn.modules.container import ModuleDict, ModuleList
from torch.nn.parameter import Parameter


class ParametrizationList(ModuleList):
    """The modules that make one parameter, and what they make it from."""

    def __init__(self, modules, original):
        super().__init__(modules)
        with torch.no_grad():
            value = original
            for module in reversed(list(self)):
                if hasattr(module, "right_inverse"):
                    value = module.right_inverse(value)
        self.is_tensor = torch.is_tensor(value)
        if self.is_tensor:
            self.original = value if isinstance(value, Parameter) else Parameter(value, original.requires_grad)
        else:
            self.ntensors = len(value)
            for i, part in enumerate(value):
                setattr(self, f"original{i}", Parameter(part))

    def forward(self):
        first, *others = self
        value = first(self.original) if self.is_tensor else first(*[getattr(self, f"original{i}") for i in range(self.ntensors)])
        for module in others:
            value = module(value)
        return value


def register_parametrization(module, tensor_name, parametrization, *, unsafe=False):
    """module.tensor_name becomes parametrization(what it was)."""
    if is_parametrized(module, tensor_name):
        module.parametrizations[tensor_name].append(parametrization)
        return module
    original = getattr(module, tensor_name)
    if "parametrizations" not in module._modules:
        _own_class(module)
        module.parametrizations = ModuleDict()
    delattr(module, tensor_name)
    module.parametrizations[tensor_name] = ParametrizationList([parametrization], original)
    setattr(type(module), tensor_name, property(lambda self: self.parametrizations[tensor_name]()))
    return module


def _own_class(module):
    cls = type(module)
    module.__class__ = type(f"Parametrized{cls.__name__}", (cls,), {"_parametrized": cls})


def is_parametrized(module, tensor_name=None):
    """Has the module (or this tensor of it) a parametrization?"""
    if "parametrizations" not in module._modules:
        return False
    return len(module.parametrizations) > 0 if tensor_name is None else tensor_name in module.parametrizations


def remove_parametrizations(module, tensor_name, leave_parametrized=True):
    """The tensor is a parameter of its own again."""
    made = module.parametrizations[tensor_name]
    with torch.no_grad():
        value = made() if leave_parametrized else made.original
    delattr(type(module), tensor_name)
    del module.parametrizations[tensor_name]
    module.register_parameter(tensor_name, Parameter(value.detach()))
    if not len(module.parametrizations):
        del module._modules["parametrizations"]
        module.__class__ = type(module)._parametrized
    return module


@contextmanager
def cached():
    """Values are computed anew each time here too."""
    yield

"""Parameters: tensors that modules own and that are trained."""

import torch


class Parameter(torch.Tensor):
    """A tensor that a module owns and that is trained."""

    def __new__(cls, data=None, requires_grad=True):
        if data is None:
            data = torch.empty(0)
        if requires_grad and not (data.is_floating_point() or data.is_complex()):
            raise RuntimeError("Only Tensors of floating point and complex dtype can require gradients")
        made = data.detach().as_subclass(cls)
        return made.requires_grad_() if requires_grad else made

    def __init__(self, data=None, requires_grad=True):
        pass

    def __repr__(self):
        return "Parameter containing:\n" + torch.Tensor.__repr__(self)


class Buffer(torch.Tensor):
    """A tensor that a module owns and that is not trained."""

    def __new__(cls, data=None, *, persistent=True):
        made = (torch.empty(0) if data is None else data).detach().as_subclass(cls)
        made.persistent = persistent
        return made

    def __init__(self, data=None, *, persistent=True):
        pass


class UninitializedParameter(Parameter):
    """A parameter whose shape is known at the first forward."""

    def __new__(cls, requires_grad=True, device=None, dtype=None):
        return torch.empty(0, dtype=dtype).as_subclass(cls).requires_grad_(requires_grad)

    def __init__(self, requires_grad=True, device=None, dtype=None):
        pass

    def materialize(self, shape, device=None, dtype=None):
        """Gives it a shape."""
        self.data = torch.empty(shape, dtype=dtype)
        self.__class__ = Parameter

    def __repr__(self):
        return "<UninitializedParameter>"

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

    def __deepcopy__(self, memo):
        if id(self) not in memo:
            memo[id(self)] = type(self)(self.data.clone(), self.requires_grad)
        return memo[id(self)]


class _BufferKind(type(torch.Tensor)):
    """Buffers are plain tensors with a mark."""

    def __instancecheck__(cls, value):
        if cls is Buffer and torch.is_tensor(value) and getattr(value, "_is_buffer", False):
            return True
        return super().__instancecheck__(value)


class Buffer(torch.Tensor, metaclass=_BufferKind):
    """A tensor that a module owns and that is not trained."""

    def __new__(cls, data=None, *, persistent=True):
        data = torch.empty(0) if data is None else data
        made = data.detach().requires_grad_(data.requires_grad)
        made.persistent, made._is_buffer = persistent, True
        return made


class UninitializedTensorMixin:
    """A tensor whose shape is known at the first forward."""

    def materialize(self, shape, device=None, dtype=None):
        """Gives it a shape."""
        self.data = torch.empty(shape, device=device, dtype=self.dtype if dtype is None else dtype)
        self.__class__ = self.cls_to_become

    @property
    def shape(self):
        """Not known yet."""
        raise RuntimeError("Can't access the shape of an uninitialized parameter or buffer. This error usually happens in "
                           "`load_state_dict` when trying to load an uninitialized parameter into an initialized one. Call "
                           "`forward` to initialize the parameters before accessing their attributes.")

    def share_memory_(self):
        """Not possible yet."""
        raise RuntimeError("Can't share memory on an uninitialized parameter or buffer. Call `forward` to initialize the "
                           "parameters before calling `module.share_memory()`.")

    def detach(self):
        """Itself: there is nothing to detach."""
        return self

    def __repr__(self):
        return f"<{type(self).__name__}>"

    def __deepcopy__(self, memo):
        if id(self) not in memo:
            memo[id(self)] = type(self)(self.requires_grad, dtype=self.dtype)
        return memo[id(self)]


def is_lazy(param):
    """Is its shape still unknown?"""
    return isinstance(param, UninitializedTensorMixin)


class UninitializedParameter(UninitializedTensorMixin, Parameter):
    """A parameter whose shape is known at the first forward."""

    cls_to_become = Parameter

    def __new__(cls, requires_grad=True, device=None, dtype=None):
        return torch.empty(0, device=device, dtype=dtype).as_subclass(cls).requires_grad_(requires_grad)

    def __init__(self, requires_grad=True, device=None, dtype=None):
        pass


class _MaterializedBuffer(torch.Tensor):
    """What was an UninitializedBuffer."""


class UninitializedBuffer(UninitializedTensorMixin, torch.Tensor):
    """A buffer whose shape is known at the first forward."""

    cls_to_become = _MaterializedBuffer

    def __new__(cls, requires_grad=False, device=None, dtype=None, persistent=True):
        made = torch.empty(0, device=device, dtype=dtype).as_subclass(cls).requires_grad_(requires_grad)
        made.persistent = persistent
        return made

    def __init__(self, requires_grad=False, device=None, dtype=None, persistent=True):
        pass

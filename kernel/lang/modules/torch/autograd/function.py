"""The names of torch.autograd."""

from torch.autograd import Function, FunctionCtx

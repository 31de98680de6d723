"""Layers and losses: torch.nn. Values drawn at creation are PyTorch's, for the same seed."""

import math

import torch
import torch.nn.functional as F
from torch.nn import init


class Parameter(torch.Tensor):
    """A tensor that a module owns and that is trained."""

    def __init__(self, data=None, requires_grad=True):
        self.requires_grad_(requires_grad)

    def __repr__(self):
        return "Parameter containing:\n" + torch.Tensor.__repr__(self)


class Module:
    """What has parameters, buffers and submodules, and a forward."""

    def __init__(self, *args, **kwargs):
        fields = self.__dict__
        fields["training"] = True
        fields["_parameters"] = {}
        fields["_buffers"] = {}
        fields["_modules"] = {}
        fields["_unsaved"] = set()
        fields["_forward_hooks"] = {}
        fields["_forward_pre_hooks"] = {}

    # --- attributes: parameters, buffers and submodules are found by assignment ---

    def __setattr__(self, name, value):
        fields = self.__dict__
        places = ("_parameters", "_buffers", "_modules")
        if isinstance(value, (Parameter, Module)) and "_parameters" not in fields:
            raise AttributeError("cannot assign parameters before Module.__init__() call"
                                 if isinstance(value, Parameter)
                                 else "cannot assign module before Module.__init__() call")
        if isinstance(value, Parameter):
            self._forget(name)
            fields["_parameters"][name] = value
        elif isinstance(value, Module):
            self._forget(name)
            fields["_modules"][name] = value
        else:
            for place in places:
                if name in fields.get(place, ()):
                    if value is not None and place == "_parameters":
                        raise TypeError(f"cannot assign '{torch.typename(value)}' as parameter '{name}' "
                                        "(torch.nn.Parameter or None expected)")
                    fields[place][name] = value
                    return
            fields[name] = value

    def _forget(self, name):
        for place in ("_parameters", "_buffers", "_modules"):
            self.__dict__[place].pop(name, None)
        self.__dict__.pop(name, None)

    def __getattr__(self, name):
        for place in ("_parameters", "_buffers", "_modules"):
            held = self.__dict__.get(place, {})
            if name in held:
                return held[name]
        raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")

    def __delattr__(self, name):
        for place in ("_parameters", "_buffers", "_modules"):
            if name in self.__dict__[place]:
                del self.__dict__[place][name]
                return
        del self.__dict__[name]

    def register_parameter(self, name, param):
        """Owns a parameter under a name; None keeps the name free."""
        self._parameters[name] = param

    def register_buffer(self, name, tensor, persistent=True):
        """Owns a tensor that is saved and moved but not trained."""
        self._buffers[name] = tensor
        if not persistent:
            self._unsaved.add(name)

    def add_module(self, name, module):
        """Owns a submodule under a name."""
        self._modules[name] = module

    register_module = add_module

    # --- calling ---

    def __call__(self, *args, **kwargs):
        if not self._forward_pre_hooks and not self._forward_hooks:
            return self.forward(*args, **kwargs)
        for hook in list(self._forward_pre_hooks.values()):
            changed = hook(self, args)
            if changed is not None:
                args = changed if isinstance(changed, tuple) else (changed,)
        out = self.forward(*args, **kwargs)
        for hook in list(self._forward_hooks.values()):
            changed = hook(self, args, out)
            if changed is not None:
                out = changed
        return out

    def forward(self, *args):
        raise NotImplementedError(f'Module [{type(self).__name__}] is missing the required "forward" function')

    def register_forward_hook(self, hook, **kwargs):
        """Calls hook(module, args, output) after each forward; gives a handle to remove it."""
        return _Handle(self._forward_hooks, hook)

    def register_forward_pre_hook(self, hook, **kwargs):
        """Calls hook(module, args) before each forward; gives a handle to remove it."""
        return _Handle(self._forward_pre_hooks, hook)

    # --- walking ---

    def named_modules(self, memo=None, prefix="", remove_duplicate=True):
        """(path, module) of this module and all below it."""
        memo = set() if memo is None else memo
        if self in memo:
            return
        if remove_duplicate:
            memo.add(self)
        yield prefix, self
        for name, module in self._modules.items():
            if module is not None:
                yield from module.named_modules(memo, prefix + ("." if prefix else "") + name, remove_duplicate)

    def modules(self):
        """This module and all below it."""
        for _, module in self.named_modules():
            yield module

    def named_children(self):
        """(name, module) of those directly below."""
        seen = set()
        for name, module in self._modules.items():
            if module is not None and module not in seen:
                seen.add(module)
                yield name, module

    def children(self):
        """The modules directly below."""
        for _, module in self.named_children():
            yield module

    def _named(self, place, prefix, recurse):
        seen = set()
        for path, module in self.named_modules(prefix=prefix) if recurse else [(prefix, self)]:
            for name, value in module.__dict__[place].items():
                if value is not None and id(value) not in seen:
                    seen.add(id(value))
                    yield path + ("." if path else "") + name, value

    def named_parameters(self, prefix="", recurse=True, remove_duplicate=True):
        """(path, parameter), each once."""
        yield from self._named("_parameters", prefix, recurse)

    def parameters(self, recurse=True):
        """All parameters, each once."""
        for _, value in self.named_parameters(recurse=recurse):
            yield value

    def named_buffers(self, prefix="", recurse=True, remove_duplicate=True):
        """(path, buffer), each once."""
        yield from self._named("_buffers", prefix, recurse)

    def buffers(self, recurse=True):
        """All buffers, each once."""
        for _, value in self.named_buffers(recurse=recurse):
            yield value

    def get_submodule(self, target):
        """The module at a dotted path."""
        module = self
        for part in target.split(".") if target else ():
            if part not in module._modules:
                raise AttributeError(f"{type(module).__name__} has no attribute `{part}`")
            module = module._modules[part]
        return module

    def get_parameter(self, target):
        """The parameter at a dotted path."""
        path, _, name = target.rpartition(".")
        return self.get_submodule(path)._parameters[name]

    def apply(self, fn):
        """Calls fn on every module below and on this one; gives itself."""
        for module in self.children():
            module.apply(fn)
        fn(self)
        return self

    # --- state ---

    def state_dict(self, destination=None, prefix="", keep_vars=False):
        """Every parameter and saved buffer by its path."""
        out = {} if destination is None else destination
        for name, value in self._parameters.items():
            if value is not None:
                out[prefix + name] = value if keep_vars else value.detach()
        for name, value in self._buffers.items():
            if value is not None and name not in self._unsaved:
                out[prefix + name] = value if keep_vars else value.detach()
        for name, module in self._modules.items():
            if module is not None:
                module.state_dict(out, prefix + name + ".", keep_vars)
        return out

    def load_state_dict(self, state_dict, strict=True, assign=False):
        """Copies the values of a state dict into this module's own."""
        own = self.state_dict(keep_vars=True)
        missing = [k for k in own if k not in state_dict]
        unexpected = [k for k in state_dict if k not in own]
        problems = []
        if strict and unexpected:
            problems.append("Unexpected key(s) in state_dict: " + ", ".join(f'"{k}"' for k in unexpected) + ". ")
        if strict and missing:
            problems.append("Missing key(s) in state_dict: " + ", ".join(f'"{k}"' for k in missing) + ". ")
        for key, value in own.items():
            if key in state_dict and state_dict[key].shape != value.shape:
                problems.append(f"size mismatch for {key}: copying a param with shape {state_dict[key].shape} from "
                                f"checkpoint, the shape in current model is {value.shape}.")
        if problems:
            raise RuntimeError(f"Error(s) in loading state_dict for {type(self).__name__}:\n\t" + "\n\t".join(problems))
        with torch.no_grad():
            for key, value in own.items():
                if key in state_dict:
                    value.copy_(state_dict[key])
        return _LoadResult(missing, unexpected)

    def train(self, mode=True):
        """Training mode for this module and all below it; gives itself."""
        self.training = mode
        for module in self.children():
            module.train(mode)
        return self

    def eval(self):
        """Evaluation mode; gives itself."""
        return self.train(False)

    def requires_grad_(self, requires_grad=True):
        """Turns gradients on or off for all parameters; gives itself."""
        for p in self.parameters():
            p.requires_grad_(requires_grad)
        return self

    def zero_grad(self, set_to_none=True):
        """Forgets all gradients."""
        for p in self.parameters():
            if set_to_none:
                p.grad = None
            elif p.grad is not None:
                p.grad.zero_()

    def _convert(self, change):
        for module in self.modules():
            for name, value in list(module._parameters.items()):
                if value is not None:
                    value.data = change(value.data)
            for name, value in list(module._buffers.items()):
                if value is not None:
                    module._buffers[name] = change(value)
        return self

    def to(self, *args, **kwargs):
        """Converts or moves all parameters and buffers; gives itself. A dtype leaves integers alone."""
        whole = any(a.is_floating_point for a in list(args) + list(kwargs.values()) if isinstance(a, torch.dtype))
        return self._convert(lambda t: t if whole and not t.dtype.is_floating_point else t.to(*args, **kwargs))

    def float(self):
        """All floats as float32."""
        return self.to(torch.float32)

    def double(self):
        """All floats as float64."""
        return self.to(torch.float64)

    def half(self):
        """All floats as float16."""
        return self.to(torch.float16)

    def cpu(self):
        """Everything in main memory."""
        return self.to("cpu")

    def cuda(self, device=None):
        """Everything on the GPU."""
        return self.to("cuda")

    # --- text ---

    def extra_repr(self):
        """What stands in the parentheses when it is printed."""
        return ""

    def _get_name(self):
        return type(self).__name__

    def __repr__(self):
        extra = self.extra_repr()
        lines = extra.split("\n") if extra else []
        children = [f"({name}): " + _indented(repr(module)) for name, module in self._modules.items()]
        if lines and not children and len(lines) == 1:
            return f"{self._get_name()}({lines[0]})"
        if not lines and not children:
            return f"{self._get_name()}()"
        return f"{self._get_name()}(\n  " + "\n  ".join(lines + children) + "\n)"

    def __dir__(self):
        return sorted(set(object.__dir__(self)) | set(self._parameters) | set(self._buffers) | set(self._modules))


def _indented(text):
    first, *rest = text.split("\n")
    return "\n".join([first] + ["  " + line for line in rest])


class _LoadResult(tuple):
    def __new__(cls, missing, unexpected):
        return tuple.__new__(cls, (missing, unexpected))

    @property
    def missing_keys(self):
        return self[0]

    @property
    def unexpected_keys(self):
        return self[1]

    def __repr__(self):
        if not self[0] and not self[1]:
            return "<All keys matched successfully>"
        return f"_IncompatibleKeys(missing_keys={self[0]}, unexpected_keys={self[1]})"


class _Handle:
    """Removes a hook."""

    count = 0

    def __init__(self, hooks, hook):
        _Handle.count += 1
        self.hooks, self.id = hooks, _Handle.count
        hooks[self.id] = hook

    def remove(self):
        """The hook is not called any more."""
        self.hooks.pop(self.id, None)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.remove()
        return False


# --- containers -----------------------------------------------------------------------------------


class Sequential(Module):
    """Modules one after the other."""

    def __init__(self, *modules):
        super().__init__()
        named = modules[0].items() if len(modules) == 1 and isinstance(modules[0], dict) else \
            ((str(i), m) for i, m in enumerate(modules))
        for name, module in named:
            self.add_module(name, module)

    def forward(self, input):
        for module in self._modules.values():
            input = module(input)
        return input

    def __len__(self):
        return len(self._modules)

    def __iter__(self):
        return iter(self._modules.values())

    def __getitem__(self, i):
        items = list(self._modules.items())
        if isinstance(i, slice):
            return type(self)(dict(items[i]))
        if not -len(items) <= i < len(items):
            raise IndexError(f"index {i} is out of range")
        return items[i][1]

    def __setitem__(self, i, module):
        setattr(self, list(self._modules)[i], module)

    def append(self, module):
        """Adds a module at the end; gives itself."""
        self.add_module(str(len(self)), module)
        return self


class ModuleList(Module):
    """A list of modules."""

    def __init__(self, modules=None):
        super().__init__()
        self.extend(modules or [])

    def __len__(self):
        return len(self._modules)

    def __iter__(self):
        return iter(self._modules.values())

    def __getitem__(self, i):
        items = list(self._modules.values())
        if isinstance(i, slice):
            return type(self)(items[i])
        if not -len(items) <= i < len(items):
            raise IndexError(f"index {i} is out of range")
        return items[i]

    def __setitem__(self, i, module):
        self._modules[str(i % len(self))] = module

    def append(self, module):
        """Adds a module at the end; gives itself."""
        self.add_module(str(len(self)), module)
        return self

    def extend(self, modules):
        """Adds modules at the end; gives itself."""
        for module in modules:
            self.append(module)
        return self


class ModuleDict(Module):
    """Modules by name."""

    def __init__(self, modules=None):
        super().__init__()
        for name, module in (modules.items() if isinstance(modules, (dict, ModuleDict)) else modules or ()):
            self.add_module(name, module)

    def __len__(self):
        return len(self._modules)

    def __iter__(self):
        return iter(self._modules)

    def __contains__(self, name):
        return name in self._modules

    def __getitem__(self, name):
        return self._modules[name]

    def __setitem__(self, name, module):
        self.add_module(name, module)

    def keys(self):
        """The names."""
        return self._modules.keys()

    def values(self):
        """The modules."""
        return self._modules.values()

    def items(self):
        """(name, module)."""
        return self._modules.items()


class ParameterList(Module):
    """A list of parameters."""

    def __init__(self, values=None):
        super().__init__()
        for value in values or []:
            self.append(value)

    def append(self, value):
        """Adds a parameter at the end; gives itself."""
        value = value if isinstance(value, Parameter) else Parameter(value)
        self.register_parameter(str(len(self._parameters)), value)
        return self

    def __len__(self):
        return len(self._parameters)

    def __iter__(self):
        return iter(self._parameters.values())

    def __getitem__(self, i):
        return list(self._parameters.values())[i]


# --- linear, embedding, shape -----------------------------------------------------------------------


class Identity(Module):
    """Gives what it gets."""

    def __init__(self, *args, **kwargs):
        super().__init__()

    def forward(self, input):
        return input


def _bias_bound(weight):
    fan_in = weight.shape[1] * math.prod(weight.shape[2:])
    return 1 / math.sqrt(fan_in) if fan_in > 0 else 0


class Linear(Module):
    """y = x Wᵀ + b. weight [out_features, in_features], bias [out_features]."""

    def __init__(self, in_features, out_features, bias=True, device=None, dtype=None):
        super().__init__()
        self.in_features, self.out_features = in_features, out_features
        self.weight = Parameter(torch.empty(out_features, in_features, device=device, dtype=dtype))
        if bias:
            self.bias = Parameter(torch.empty(out_features, device=device, dtype=dtype))
        else:
            self.register_parameter("bias", None)
        self.reset_parameters()

    def reset_parameters(self):
        """Draws new values."""
        init.kaiming_uniform_(self.weight, a=math.sqrt(5))
        if self.bias is not None:
            bound = _bias_bound(self.weight)
            init.uniform_(self.bias, -bound, bound)

    def forward(self, input):
        return F.linear(input, self.weight, self.bias)

    def extra_repr(self):
        return f"in_features={self.in_features}, out_features={self.out_features}, bias={self.bias is not None}"


class Bilinear(Module):
    """y = x1ᵀ W x2 + b. weight [out, in1, in2]."""

    def __init__(self, in1_features, in2_features, out_features, bias=True):
        super().__init__()
        self.in1_features, self.in2_features, self.out_features = in1_features, in2_features, out_features
        self.weight = Parameter(torch.empty(out_features, in1_features, in2_features))
        if bias:
            self.bias = Parameter(torch.empty(out_features))
        else:
            self.register_parameter("bias", None)
        bound = 1 / math.sqrt(in1_features)
        init.uniform_(self.weight, -bound, bound)
        if self.bias is not None:
            init.uniform_(self.bias, -bound, bound)

    def forward(self, input1, input2):
        return F.bilinear(input1, input2, self.weight, self.bias)

    def extra_repr(self):
        return (f"in1_features={self.in1_features}, in2_features={self.in2_features}, "
                f"out_features={self.out_features}, bias={self.bias is not None}")


class Embedding(Module):
    """Rows of a table by index. weight [num_embeddings, embedding_dim]."""

    def __init__(self, num_embeddings, embedding_dim, padding_idx=None, max_norm=None, norm_type=2.0,
                 scale_grad_by_freq=False, sparse=False, _weight=None, device=None, dtype=None):
        super().__init__()
        self.num_embeddings, self.embedding_dim = num_embeddings, embedding_dim
        self.padding_idx = padding_idx % num_embeddings if padding_idx is not None else None
        self.max_norm, self.norm_type = max_norm, norm_type
        self.scale_grad_by_freq, self.sparse = scale_grad_by_freq, sparse
        if _weight is None:
            self.weight = Parameter(torch.empty(num_embeddings, embedding_dim, device=device, dtype=dtype))
            init.normal_(self.weight)
            if self.padding_idx is not None:
                with torch.no_grad():
                    self.weight[self.padding_idx].fill_(0)
        else:
            self.weight = Parameter(_weight)

    @classmethod
    def from_pretrained(cls, embeddings, freeze=True, padding_idx=None):
        """A table that is given."""
        out = cls(embeddings.shape[0], embeddings.shape[1], padding_idx=padding_idx, _weight=embeddings)
        out.weight.requires_grad = not freeze
        return out

    def forward(self, input):
        return F.embedding(input, self.weight, self.padding_idx, self.max_norm, self.norm_type,
                           self.scale_grad_by_freq, self.sparse)

    def extra_repr(self):
        pad = f", padding_idx={self.padding_idx}" if self.padding_idx is not None else ""
        return f"{self.num_embeddings}, {self.embedding_dim}{pad}"


class Flatten(Module):
    """Dimensions start_dim … end_dim as one."""

    def __init__(self, start_dim=1, end_dim=-1):
        super().__init__()
        self.start_dim, self.end_dim = start_dim, end_dim

    def forward(self, input):
        return input.flatten(self.start_dim, self.end_dim)

    def extra_repr(self):
        return f"start_dim={self.start_dim}, end_dim={self.end_dim}"


class Unflatten(Module):
    """One dimension as several."""

    def __init__(self, dim, unflattened_size):
        super().__init__()
        self.dim, self.unflattened_size = dim, unflattened_size

    def forward(self, input):
        return input.unflatten(self.dim, self.unflattened_size)

    def extra_repr(self):
        return f"dim={self.dim}, unflattened_size={self.unflattened_size}"


# --- normalisation, dropout ---------------------------------------------------------------------------


class LayerNorm(Module):
    """Mean 0 and variance 1 over the last dimensions, then weight and bias of that shape."""

    def __init__(self, normalized_shape, eps=1e-5, elementwise_affine=True, bias=True, device=None, dtype=None):
        super().__init__()
        self.normalized_shape = (normalized_shape,) if isinstance(normalized_shape, int) else tuple(normalized_shape)
        self.eps, self.elementwise_affine = eps, elementwise_affine
        self.register_parameter("weight", None)
        self.register_parameter("bias", None)
        if elementwise_affine:
            self.weight = Parameter(torch.ones(self.normalized_shape, device=device, dtype=dtype))
            if bias:
                self.bias = Parameter(torch.zeros(self.normalized_shape, device=device, dtype=dtype))

    def forward(self, input):
        return F.layer_norm(input, self.normalized_shape, self.weight, self.bias, self.eps)

    def extra_repr(self):
        return (f"{self.normalized_shape}, eps={self.eps}, elementwise_affine={self.elementwise_affine}, "
                f"bias={self.bias is not None}")


class RMSNorm(Module):
    """Root mean square 1 over the last dimensions, then weight."""

    def __init__(self, normalized_shape, eps=None, elementwise_affine=True, device=None, dtype=None):
        super().__init__()
        self.normalized_shape = (normalized_shape,) if isinstance(normalized_shape, int) else tuple(normalized_shape)
        self.eps, self.elementwise_affine = eps, elementwise_affine
        self.register_parameter("weight", None)
        if elementwise_affine:
            self.weight = Parameter(torch.ones(self.normalized_shape, device=device, dtype=dtype))

    def forward(self, input):
        return F.rms_norm(input, self.normalized_shape, self.weight, self.eps)

    def extra_repr(self):
        return f"{self.normalized_shape}, eps={self.eps}, elementwise_affine={self.elementwise_affine}"


class GroupNorm(Module):
    """Mean 0 and variance 1 over groups of channels."""

    def __init__(self, num_groups, num_channels, eps=1e-5, affine=True, device=None, dtype=None):
        super().__init__()
        self.num_groups, self.num_channels, self.eps, self.affine = num_groups, num_channels, eps, affine
        self.register_parameter("weight", Parameter(torch.ones(num_channels)) if affine else None)
        self.register_parameter("bias", Parameter(torch.zeros(num_channels)) if affine else None)

    def forward(self, input):
        return F.group_norm(input, self.num_groups, self.weight, self.bias, self.eps)

    def extra_repr(self):
        return f"{self.num_groups}, {self.num_channels}, eps={self.eps}, affine={self.affine}"


class _BatchNorm(Module):
    def __init__(self, num_features, eps=1e-5, momentum=0.1, affine=True, track_running_stats=True, bias=True):
        super().__init__()
        self.num_features, self.eps, self.momentum = num_features, eps, momentum
        self.affine, self.track_running_stats = affine, track_running_stats
        self.register_parameter("weight", Parameter(torch.ones(num_features)) if affine else None)
        self.register_parameter("bias", Parameter(torch.zeros(num_features)) if affine and bias else None)
        self.register_buffer("running_mean", torch.zeros(num_features) if track_running_stats else None)
        self.register_buffer("running_var", torch.ones(num_features) if track_running_stats else None)
        self.register_buffer("num_batches_tracked", torch.tensor(0) if track_running_stats else None)

    def forward(self, input):
        if self.training and self.track_running_stats:
            self.num_batches_tracked.add_(1)
        batch = self.training or self.running_mean is None
        average = self.momentum
        if average is None:
            average = 1.0 / float(self.num_batches_tracked) if self.training and self.track_running_stats else 0.0
        return F.batch_norm(input, self.running_mean, self.running_var, self.weight, self.bias, batch, average, self.eps)

    def extra_repr(self):
        return (f"{self.num_features}, eps={self.eps}, momentum={self.momentum}, affine={self.affine}, "
                f"bias={self.bias is not None}, track_running_stats={self.track_running_stats}")


class BatchNorm1d(_BatchNorm):
    """Batch normalisation of [N, C] or [N, C, L]."""


class BatchNorm2d(_BatchNorm):
    """Batch normalisation of [N, C, H, W]."""


class BatchNorm3d(_BatchNorm):
    """Batch normalisation of [N, C, D, H, W]."""


class _Dropout(Module):
    def __init__(self, p=0.5, inplace=False):
        super().__init__()
        if p < 0 or p > 1:
            raise ValueError(f"dropout probability has to be between 0 and 1, but got {p}")
        self.p, self.inplace = p, inplace

    def extra_repr(self):
        return f"p={self.p}, inplace={self.inplace}"


class Dropout(_Dropout):
    """Zeros elements at random while training."""

    def forward(self, input):
        return F.dropout(input, self.p, self.training, self.inplace)


class Dropout1d(_Dropout):
    """Zeros whole channels of [N, C, L] at random while training."""

    def forward(self, input):
        return F.dropout1d(input, self.p, self.training, self.inplace)


class Dropout2d(_Dropout):
    """Zeros whole channels of [N, C, H, W] at random while training."""

    def forward(self, input):
        return F.dropout2d(input, self.p, self.training, self.inplace)


# --- activations ---------------------------------------------------------------------------------------


def _activation(name, function, doc, **settings):
    """A module class for an activation: its settings are keyword arguments with defaults, in order."""

    def __init__(self, *args, **kwargs):
        Module.__init__(self)
        values = dict(settings)
        for key, value in zip(settings, args):
            values[key] = value
        for key, value in kwargs.items():
            if key not in settings:
                raise TypeError(f"{name}.__init__() got an unexpected keyword argument '{key}'")
            values[key] = value
        for key, value in values.items():
            setattr(self, key, value)

    def forward(self, input):
        return function(self, input)

    return type(name, (Module,), {"__init__": __init__, "forward": forward, "__doc__": doc,
                                  "extra_repr": _extra_reprs.get(name, lambda self: "")})


_inplace = lambda self: "inplace=True" if self.inplace else ""
_extra_reprs = {
    "ReLU": _inplace, "SiLU": _inplace, "Mish": _inplace, "SELU": _inplace, "ReLU6": _inplace,
    "Hardswish": lambda self: "",
    "GELU": lambda self: f"approximate={self.approximate!r}",
    "LeakyReLU": lambda self: f"negative_slope={self.negative_slope}" + (", inplace=True" if self.inplace else ""),
    "ELU": lambda self: f"alpha={self.alpha}" + (", inplace=True" if self.inplace else ""),
    "CELU": lambda self: f"alpha={self.alpha}" + (", inplace=True" if self.inplace else ""),
    "Softmax": lambda self: f"dim={self.dim}",
    "LogSoftmax": lambda self: f"dim={self.dim}",
    "Softmin": lambda self: f"dim={self.dim}",
    "Softplus": lambda self: f"beta={self.beta}, threshold={self.threshold}",
    "Hardtanh": lambda self: f"min_val={self.min_val}, max_val={self.max_val}",
    "Softshrink": lambda self: f"{self.lambd}",
    "Hardshrink": lambda self: f"{self.lambd}",
    "Threshold": lambda self: f"threshold={self.threshold}, value={self.value}",
    "GLU": lambda self: f"dim={self.dim}",
}

ReLU = _activation("ReLU", lambda self, x: F.relu(x, self.inplace), "max(x, 0).", inplace=False)
ReLU6 = _activation("ReLU6", lambda self, x: F.relu6(x), "min(max(x, 0), 6).", inplace=False)
GELU = _activation("GELU", lambda self, x: F.gelu(x, approximate=self.approximate), "x Φ(x).", approximate="none")
SiLU = _activation("SiLU", lambda self, x: F.silu(x), "x sigmoid(x).", inplace=False)
Mish = _activation("Mish", lambda self, x: F.mish(x), "x tanh(softplus(x)).", inplace=False)
SELU = _activation("SELU", lambda self, x: F.selu(x), "Scaled exponential linear unit.", inplace=False)
ELU = _activation("ELU", lambda self, x: F.elu(x, self.alpha), "Exponential linear unit.", alpha=1.0, inplace=False)
CELU = _activation("CELU", lambda self, x: F.celu(x, self.alpha), "Continuous ELU.", alpha=1.0, inplace=False)
LeakyReLU = _activation("LeakyReLU", lambda self, x: F.leaky_relu(x, self.negative_slope), "x or a small slope.",
                        negative_slope=0.01, inplace=False)
Sigmoid = _activation("Sigmoid", lambda self, x: torch.sigmoid(x), "1 / (1 + exp(-x)).")
Tanh = _activation("Tanh", lambda self, x: torch.tanh(x), "tanh(x).")
LogSigmoid = _activation("LogSigmoid", lambda self, x: F.logsigmoid(x), "log(sigmoid(x)).")
Softplus = _activation("Softplus", lambda self, x: F.softplus(x, self.beta, self.threshold), "log(1 + exp(x)).",
                       beta=1.0, threshold=20.0)
Softsign = _activation("Softsign", lambda self, x: F.softsign(x), "x / (1 + |x|).")
Softmax = _activation("Softmax", lambda self, x: F.softmax(x, self.dim), "Probabilities along a dimension.", dim=None)
LogSoftmax = _activation("LogSoftmax", lambda self, x: F.log_softmax(x, self.dim), "Their logarithms.", dim=None)
Softmin = _activation("Softmin", lambda self, x: F.softmax(-x, self.dim), "Softmax of -x.", dim=None)
Hardtanh = _activation("Hardtanh", lambda self, x: F.hardtanh(x, self.min_val, self.max_val), "x within limits.",
                       min_val=-1.0, max_val=1.0, inplace=False)
Hardsigmoid = _activation("Hardsigmoid", lambda self, x: F.hardsigmoid(x), "Piecewise linear sigmoid.", inplace=False)
Hardswish = _activation("Hardswish", lambda self, x: F.hardswish(x), "x hardsigmoid(x).", inplace=False)
Tanhshrink = _activation("Tanhshrink", lambda self, x: x - torch.tanh(x), "x - tanh(x).")
Softshrink = _activation("Softshrink", lambda self, x: F.softshrink(x, self.lambd), "Shrinks towards 0.", lambd=0.5)
Hardshrink = _activation("Hardshrink", lambda self, x: F.hardshrink(x, self.lambd), "0 near 0.", lambd=0.5)
Threshold = _activation("Threshold", lambda self, x: F.threshold(x, self.threshold, self.value), "x above, else value.",
                        threshold=None, value=None, inplace=False)
GLU = _activation("GLU", lambda self, x: F.glu(x, self.dim), "First half times sigmoid of the second.", dim=-1)


class PReLU(Module):
    """max(x, 0) + weight · min(x, 0)."""

    def __init__(self, num_parameters=1, init=0.25):
        super().__init__()
        self.num_parameters = num_parameters
        self.weight = Parameter(torch.full((num_parameters,), init))

    def forward(self, input):
        return F.prelu(input, self.weight)

    def extra_repr(self):
        return f"num_parameters={self.num_parameters}"


# --- losses ------------------------------------------------------------------------------------------------


class _Loss(Module):
    def __init__(self, reduction="mean"):
        super().__init__()
        self.reduction = reduction


class MSELoss(_Loss):
    """Mean of (x - y)²."""

    def forward(self, input, target):
        return F.mse_loss(input, target, reduction=self.reduction)


class L1Loss(_Loss):
    """Mean of |x - y|."""

    def forward(self, input, target):
        return F.l1_loss(input, target, reduction=self.reduction)


class SmoothL1Loss(_Loss):
    """Squared near 0, absolute beyond."""

    def __init__(self, reduction="mean", beta=1.0):
        super().__init__(reduction)
        self.beta = beta

    def forward(self, input, target):
        return F.smooth_l1_loss(input, target, reduction=self.reduction, beta=self.beta)


class HuberLoss(_Loss):
    """Squared near 0, absolute beyond delta."""

    def __init__(self, reduction="mean", delta=1.0):
        super().__init__(reduction)
        self.delta = delta

    def forward(self, input, target):
        return F.huber_loss(input, target, reduction=self.reduction, delta=self.delta)


class CrossEntropyLoss(_Loss):
    """-log softmax at the target."""

    def __init__(self, weight=None, ignore_index=-100, reduction="mean", label_smoothing=0.0):
        super().__init__(reduction)
        self.register_buffer("weight", weight)
        self.ignore_index, self.label_smoothing = ignore_index, label_smoothing

    def forward(self, input, target):
        return F.cross_entropy(input, target, weight=self.weight, ignore_index=self.ignore_index,
                               reduction=self.reduction, label_smoothing=self.label_smoothing)


class NLLLoss(_Loss):
    """-x at the target, x being log-probabilities."""

    def __init__(self, weight=None, ignore_index=-100, reduction="mean"):
        super().__init__(reduction)
        self.register_buffer("weight", weight)
        self.ignore_index = ignore_index

    def forward(self, input, target):
        return F.nll_loss(input, target, weight=self.weight, ignore_index=self.ignore_index, reduction=self.reduction)


class BCELoss(_Loss):
    """Binary cross entropy of probabilities."""

    def __init__(self, weight=None, reduction="mean"):
        super().__init__(reduction)
        self.register_buffer("weight", weight)

    def forward(self, input, target):
        return F.binary_cross_entropy(input, target, weight=self.weight, reduction=self.reduction)


class BCEWithLogitsLoss(_Loss):
    """Binary cross entropy of logits."""

    def __init__(self, weight=None, reduction="mean", pos_weight=None):
        super().__init__(reduction)
        self.register_buffer("weight", weight)
        self.register_buffer("pos_weight", pos_weight)

    def forward(self, input, target):
        return F.binary_cross_entropy_with_logits(input, target, self.weight, reduction=self.reduction,
                                                  pos_weight=self.pos_weight)


class KLDivLoss(_Loss):
    """Σ target (log target - input)."""

    def __init__(self, reduction="mean", log_target=False):
        super().__init__(reduction)
        self.log_target = log_target

    def forward(self, input, target):
        return F.kl_div(input, target, reduction=self.reduction, log_target=self.log_target)


class CosineSimilarity(Module):
    """Cosine of the angle between x1 and x2 along a dimension."""

    def __init__(self, dim=1, eps=1e-8):
        super().__init__()
        self.dim, self.eps = dim, eps

    def forward(self, x1, x2):
        return F.cosine_similarity(x1, x2, self.dim, self.eps)

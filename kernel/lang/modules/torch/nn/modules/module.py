"""The class Module."""

from collections import OrderedDict

import torch
from torch.nn.parameter import Buffer, Parameter


class RemovableHandle:
    """Removes a hook."""

    count = 0

    def __init__(self, *places):
        self.id, self.places = RemovableHandle.count, places
        RemovableHandle.count += 1

    def remove(self):
        """The hook is not called any more."""
        for place in self.places:
            place.pop(self.id, None)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.remove()


_global_forward_hooks, _global_forward_pre_hooks = {}, {}

# What registered names may be assigned: where they stand -> what they are, and what they take.
_REGISTERED = {"_parameters": ("parameter", "torch.nn.Parameter"), "_modules": ("child module", "torch.nn.Module"),
               "_buffers": ("buffer", "torch.nn.Buffer, torch.Tensor")}

# What calls modules while a trace looks on: watcher(module, args, kwargs); the last one is asked.
_watchers = []


def register_module_forward_hook(hook, **kwargs):
    """Calls hook(module, args, output) after every module's forward."""
    handle = RemovableHandle(_global_forward_hooks)
    _global_forward_hooks[handle.id] = hook
    return handle


def register_module_forward_pre_hook(hook):
    """Calls hook(module, args) before every module's forward."""
    handle = RemovableHandle(_global_forward_pre_hooks)
    _global_forward_pre_hooks[handle.id] = hook
    return handle


class Module:
    """What has parameters, buffers and submodules, and a forward."""

    dump_patches = False
    _version = 1
    call_super_init = False

    def __init__(self, *args, **kwargs):
        if args or kwargs:
            name = next(iter(kwargs)) if kwargs else None
            raise TypeError(f"{type(self).__name__}.__init__() got an unexpected keyword argument '{name}'" if kwargs else
                            f"{type(self).__name__}.__init__() takes 1 positional argument but {len(args) + 1} were given")
        fields = self.__dict__
        fields["training"] = True
        fields["_parameters"], fields["_buffers"], fields["_non_persistent_buffers_set"] = {}, {}, set()
        fields["_backward_hooks"], fields["_backward_pre_hooks"] = {}, {}
        fields["_forward_hooks"], fields["_forward_pre_hooks"] = {}, {}
        fields["_forward_hooks_with_kwargs"], fields["_forward_pre_hooks_with_kwargs"] = {}, {}
        fields["_forward_hooks_always_called"] = {}
        fields["_state_dict_hooks"], fields["_load_state_dict_pre_hooks"] = {}, {}
        fields["_load_state_dict_post_hooks"] = {}
        fields["_modules"] = {}

    # --- attributes: parameters, buffers and submodules are found by assignment ---

    def _assign(self, name, value):
        """What __setattr__ does with values that register themselves, and names that are registered."""
        fields = self.__dict__
        if isinstance(value, Parameter):
            if "_parameters" not in fields:
                raise AttributeError("cannot assign parameters before Module.__init__() call")
            self._forget(name, "_parameters")
            self.register_parameter(name, value)
        elif isinstance(value, Module):
            if "_modules" not in fields:
                raise AttributeError("cannot assign module before Module.__init__() call")
            self._forget(name, "_modules")
            fields["_modules"][name] = value
        elif isinstance(value, Buffer):
            self._forget(name, "_buffers")
            self.register_buffer(name, value, value.persistent)
        else:
            for place, (kind, wanted) in _REGISTERED.items():
                if name not in fields.get(place, ()):
                    continue
                if value is not None and not (place == "_buffers" and torch.is_tensor(value)):
                    raise TypeError(f"cannot assign '{torch.typename(value)}' as {kind} '{name}' ({wanted} or None expected)")
                fields[place][name] = value
                return
            object.__setattr__(self, name, value)

    def _forget(self, name, kept):
        """Takes a name out of all places but one."""
        fields = self.__dict__
        for place in ("_parameters", "_buffers", "_modules"):
            if place != kept and name in fields[place]:
                del fields[place][name]
        if name in fields:
            del fields[name]

    def __delattr__(self, name):
        for place in ("_parameters", "_buffers", "_modules"):
            if name in self.__dict__[place]:
                del self.__dict__[place][name]
                self._non_persistent_buffers_set.discard(name)
                return
        object.__delattr__(self, name)

    def __dir__(self):
        keys = set(object.__dir__(self)) | set(self._parameters) | set(self._modules) | set(self._buffers)
        return sorted(k for k in keys if not k[0].isdigit())

    def _check_name(self, kind, name, place):
        if not isinstance(name, str):
            raise TypeError(f"{kind} name should be a string. Got {torch.typename(name)}")
        if "." in name:
            raise KeyError(f"{kind} name can't contain \".\"" + (f", got: {name}" if kind == "module" else ""))
        if name == "":
            raise KeyError(f"{kind} name can't be empty string \"\"")
        if hasattr(self, name) and name not in place:
            raise KeyError(f"attribute '{name}' already exists")

    def register_parameter(self, name, param):
        """Owns a parameter under a name; None keeps the name free."""
        if "_parameters" not in self.__dict__:
            raise AttributeError("cannot assign parameter before Module.__init__() call")
        self._check_name("parameter", name, self._parameters)
        if param is not None and not isinstance(param, Parameter):
            raise TypeError(f"cannot assign '{torch.typename(param)}' object to parameter '{name}' "
                            "(torch.nn.Parameter or None required)")
        if param is not None and param.grad_fn is not None:
            raise ValueError(f"Cannot assign non-leaf Tensor to parameter '{name}'. Model parameters must be created explicitly."
                             f" To express '{name}' as a function of another Tensor, compute the value in the forward() method.")
        self._parameters[name] = param

    def register_buffer(self, name, tensor, persistent=True):
        """Owns a tensor that is saved and moved but not trained."""
        if "_buffers" not in self.__dict__:
            raise AttributeError("cannot assign buffer before Module.__init__() call")
        self._check_name("buffer", name, self._buffers)
        if tensor is not None and not torch.is_tensor(tensor):
            raise TypeError(f"cannot assign '{torch.typename(tensor)}' object to buffer '{name}' (torch Tensor or None required)")
        self._buffers[name] = tensor
        if persistent:
            self._non_persistent_buffers_set.discard(name)
        else:
            self._non_persistent_buffers_set.add(name)

    def add_module(self, name, module):
        """Owns a submodule under a name."""
        if not isinstance(module, Module) and module is not None:
            raise TypeError(f"{torch.typename(module)} is not a Module subclass")
        self._check_name("module", name, self._modules)
        self._modules[name] = module

    def register_module(self, name, module):
        """Owns a submodule under a name."""
        self.add_module(name, module)

    # --- calling ---

    def __call__(self, *args, **kwargs):
        if (self._backward_hooks or self._backward_pre_hooks or self._forward_hooks or self._forward_pre_hooks
                or _global_forward_hooks or _global_forward_pre_hooks or _watchers):
            return _watchers[-1](self, args, kwargs) if _watchers else self._call_with_hooks(args, kwargs)
        return self.forward(*args, **kwargs)

    _call_impl = __call__

    def _call_with_hooks(self, args, kwargs):
        for id, hook in [*_global_forward_pre_hooks.items(), *self._forward_pre_hooks.items()]:
            if id in self._forward_pre_hooks_with_kwargs:
                changed = hook(self, args, kwargs)
                if changed is not None:
                    if not (isinstance(changed, tuple) and len(changed) == 2):
                        raise RuntimeError(f"forward pre-hook must return None or a tuple of (new_args, new_kwargs), but got {changed}.")
                    args, kwargs = changed
            else:
                changed = hook(self, args)
                if changed is not None:
                    args = changed if isinstance(changed, tuple) else (changed,)
        if self._backward_hooks or self._backward_pre_hooks:
            from torch.nn.modules._backward import call

            out = call(self, args, kwargs, self._run_forward)
        else:
            out = self._run_forward(args, kwargs)
        return out

    def _run_forward(self, args, kwargs):
        try:
            out = self.forward(*args, **kwargs)
        except BaseException:
            for id in self._forward_hooks_always_called:
                self._forward_hooks[id](self, args, None)
            raise
        for id, hook in [*_global_forward_hooks.items(), *self._forward_hooks.items()]:
            changed = hook(self, args, kwargs, out) if id in self._forward_hooks_with_kwargs else hook(self, args, out)
            if changed is not None:
                out = changed
        return out

    def forward(self, *input):
        raise NotImplementedError(f'Module [{type(self).__name__}] is missing the required "forward" function')

    def register_forward_hook(self, hook, *, prepend=False, with_kwargs=False, always_call=False):
        """Calls hook(module, args, output) after each forward; gives a handle to remove it."""
        handle = self._add_hook("_forward_hooks", hook, prepend, "_forward_hooks_with_kwargs" if with_kwargs else None)
        if always_call:
            self._forward_hooks_always_called[handle.id] = True
        return handle

    def register_forward_pre_hook(self, hook, *, prepend=False, with_kwargs=False):
        """Calls hook(module, args) before each forward; gives a handle to remove it."""
        return self._add_hook("_forward_pre_hooks", hook, prepend, "_forward_pre_hooks_with_kwargs" if with_kwargs else None)

    def register_full_backward_hook(self, hook, prepend=False):
        """Calls hook(module, grad_input, grad_output) when the gradients of the inputs are known."""
        return self._add_hook("_backward_hooks", hook, prepend)

    register_backward_hook = register_full_backward_hook

    def register_full_backward_pre_hook(self, hook, prepend=False):
        """Calls hook(module, grad_output) when the gradients of the outputs are known."""
        return self._add_hook("_backward_pre_hooks", hook, prepend)

    def register_state_dict_post_hook(self, hook):
        """Calls hook(module, state_dict, prefix, local_metadata) at the end of state_dict()."""
        return self._add_hook("_state_dict_hooks", hook, False)

    _register_state_dict_hook = register_state_dict_post_hook

    def register_load_state_dict_pre_hook(self, hook):
        """Calls hook(module, state_dict, prefix, …) before values are taken."""
        return self._add_hook("_load_state_dict_pre_hooks", hook, False)

    def register_load_state_dict_post_hook(self, hook):
        """Calls hook(module, incompatible_keys) after values were taken."""
        return self._add_hook("_load_state_dict_post_hooks", hook, False)

    def _add_hook(self, place, hook, prepend, kwargs_place=None):
        hooks = self.__dict__[place]
        handle = RemovableHandle(hooks, *([self.__dict__[kwargs_place]] if kwargs_place else []))
        old = list(hooks.items())
        hooks[handle.id] = hook
        if prepend:
            for id, other in old:
                del hooks[id]
                hooks[id] = other
        if kwargs_place:
            self.__dict__[kwargs_place][handle.id] = True
        return handle

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

    def _named_members(self, place, prefix, recurse, remove_duplicate):
        seen = set()
        modules = self.named_modules(prefix=prefix, remove_duplicate=remove_duplicate) if recurse else [(prefix, self)]
        for path, module in modules:
            for name, value in getattr(module, place).items():
                if value is None or value in seen:
                    continue
                if remove_duplicate:
                    seen.add(value)
                yield path + ("." if path else "") + name, value

    def named_parameters(self, prefix="", recurse=True, remove_duplicate=True):
        """(path, parameter), each once."""
        yield from self._named_members("_parameters", prefix, recurse, remove_duplicate)

    def parameters(self, recurse=True):
        """All parameters, each once."""
        for _, value in self.named_parameters(recurse=recurse):
            yield value

    def named_buffers(self, prefix="", recurse=True, remove_duplicate=True):
        """(path, buffer), each once."""
        yield from self._named_members("_buffers", prefix, recurse, remove_duplicate)

    def buffers(self, recurse=True):
        """All buffers, each once."""
        for _, value in self.named_buffers(recurse=recurse):
            yield value

    def get_submodule(self, target):
        """The module at a dotted path."""
        module = self
        for part in target.split(".") if target else ():
            if not hasattr(module, part):
                raise AttributeError(f"{module._get_name()} has no attribute `{part}`")
            module = getattr(module, part)
            if not isinstance(module, Module):
                raise AttributeError(f"`{part}` is not an nn.Module")
        return module

    def set_submodule(self, target, module, strict=False):
        """Puts a module at a dotted path."""
        if target == "":
            raise ValueError("Cannot set the submodule without a target name!")
        path, _, name = target.rpartition(".")
        setattr(self.get_submodule(path), name, module)

    def _get_member(self, target, place, what):
        path, _, name = target.rpartition(".")
        module = self.get_submodule(path)
        if not hasattr(module, name):
            raise AttributeError(f"{module._get_name()} has no attribute `{name}`")
        if name not in module.__dict__[place]:
            raise AttributeError(f"`{name}` is not {what}")
        return module.__dict__[place][name]

    def get_parameter(self, target):
        """The parameter at a dotted path."""
        return self._get_member(target, "_parameters", "an nn.Parameter")

    def get_buffer(self, target):
        """The buffer at a dotted path."""
        return self._get_member(target, "_buffers", "a buffer")

    def apply(self, fn):
        """Calls fn on every module below and on this one; gives itself."""
        for module in self.children():
            module.apply(fn)
        fn(self)
        return self

    # --- state ---

    def state_dict(self, *args, destination=None, prefix="", keep_vars=False):
        """Every parameter and saved buffer by its path."""
        destination = args[0] if args else destination
        prefix = args[1] if len(args) > 1 else prefix
        keep_vars = args[2] if len(args) > 2 else keep_vars
        out = destination
        if out is None:
            out = OrderedDict()
            out._metadata = {}
        if hasattr(out, "_metadata"):
            out._metadata[prefix[:-1]] = {"version": self._version}
        for name, value in self._parameters.items():
            if value is not None:
                out[prefix + name] = value if keep_vars else value.detach()
        for name, value in self._buffers.items():
            if value is not None and name not in self._non_persistent_buffers_set:
                out[prefix + name] = value if keep_vars else value.detach()
        if type(self).get_extra_state is not Module.get_extra_state:
            out[prefix + "_extra_state"] = self.get_extra_state()
        for name, module in self._modules.items():
            if module is not None:
                module.state_dict(destination=out, prefix=prefix + name + ".", keep_vars=keep_vars)
        for hook in self._state_dict_hooks.values():
            changed = hook(self, out, prefix, {})
            out = out if changed is None else changed
        return out

    def get_extra_state(self):
        """More to save than tensors, where a class says what."""
        raise RuntimeError("Reached a code path in Module.get_extra_state() that should never be called. Please file an issue at "
                           "https://github.com/pytorch/pytorch/issues/new?template=bug-report.yml to report this bug.")

    def set_extra_state(self, state):
        """Takes what get_extra_state gave."""
        raise RuntimeError("Reached a code path in Module.set_extra_state() that should never be called. Please file an issue at "
                           "https://github.com/pytorch/pytorch/issues/new?template=bug-report.yml to report this bug.")

    def load_state_dict(self, state_dict, strict=True, assign=False):
        """Copies the values of a state dict into this module's own."""
        if not isinstance(state_dict, dict):
            raise TypeError(f"Expected state_dict to be dict-like, got {type(state_dict)}.")
        metadata = getattr(state_dict, "_metadata", {})
        state_dict = dict(state_dict)
        missing, unexpected, problems, known = [], list(state_dict), [], set()
        with torch.no_grad():
            for path, module in list(self.named_modules(remove_duplicate=False)):
                prefix = path + "." if path else ""
                known_here = metadata.get(path, {})
                for hook in module._load_state_dict_pre_hooks.values():
                    hook(module, state_dict, prefix, known_here, strict, missing, unexpected, problems)
                module._take_state(state_dict, prefix, known_here, missing, known, problems, assign)
        unexpected = [k for k in state_dict if k not in known]
        if strict and unexpected:
            problems.insert(0, "Unexpected key(s) in state_dict: " + ", ".join(f'"{k}"' for k in unexpected) + ". ")
        if strict and missing:
            problems.insert(0, "Missing key(s) in state_dict: " + ", ".join(f'"{k}"' for k in missing) + ". ")
        result = _IncompatibleKeys(missing, unexpected)
        for module in self.modules():
            for hook in module._load_state_dict_post_hooks.values():
                hook(module, result)
        if problems:
            raise RuntimeError(f"Error(s) in loading state_dict for {type(self).__name__}:\n\t" + "\n\t".join(problems))
        return result

    def _take_state(self, state, prefix, metadata, missing, known, problems, assign):
        own = [*self._parameters.items(),
               *[(n, b) for n, b in self._buffers.items() if n not in self._non_persistent_buffers_set]]
        for name, value in own:
            key = prefix + name
            if value is None:
                continue
            known.add(key)
            if key not in state:
                missing.append(key)
            elif not torch.is_tensor(state[key]):
                problems.append(f'While copying the parameter named "{key}", expected torch.Tensor or Tensor-like object from '
                                f"checkpoint but received {type(state[key])}")
            elif state[key].shape != value.shape:
                problems.append(f"size mismatch for {key}: copying a param with shape {state[key].shape} from checkpoint, the "
                                f"shape in current model is {value.shape}.")
            elif assign:
                if name in self._parameters:
                    kept = state[key] if isinstance(state[key], Parameter) else Parameter(state[key], value.requires_grad)
                    self._parameters[name] = kept
                else:
                    self._buffers[name] = state[key]
            else:
                value.copy_(state[key])
        if type(self).set_extra_state is not Module.set_extra_state:
            known.add(prefix + "_extra_state")
            if prefix + "_extra_state" in state:
                self.set_extra_state(state[prefix + "_extra_state"])
            else:
                missing.append(prefix + "_extra_state")

    def train(self, mode=True):
        """Training mode for this module and all below it; gives itself."""
        if not isinstance(mode, bool):
            raise ValueError("training mode is expected to be boolean")
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
                p.grad.detach_().zero_()

    def share_memory(self):
        """Itself: there is one process."""
        return self

    def _apply(self, change, recurse=True):
        for module in self.children() if recurse else ():
            module._apply(change)
        for name, value in self._parameters.items():
            if value is None:
                continue
            with torch.no_grad():
                changed = change(value)
                if changed.is_meta != value.is_meta:  # memory of another kind cannot take the place of the old
                    self._parameters[name] = Parameter(changed, value.requires_grad)
                    continue
                value.data = changed
                if value.grad is not None:
                    value.grad.data = change(value.grad)
        for name, value in list(self._buffers.items()):
            if value is not None:
                self._buffers[name] = change(value)
        return self

    def to(self, *args, **kwargs):
        """Converts or moves all parameters and buffers; gives itself. A dtype leaves integers alone."""
        given = [*args, *kwargs.values()]
        dtype = next((a.dtype if torch.is_tensor(a) else a for a in given if isinstance(a, torch.dtype) or torch.is_tensor(a)), None)
        if dtype is not None and not (dtype.is_floating_point or dtype.is_complex):
            raise TypeError(f"nn.Module.to only accepts floating point or complex dtypes, but got desired dtype={dtype}")
        device = next((a.device if torch.is_tensor(a) else a for a in given
                       if isinstance(a, (str, torch.device)) or torch.is_tensor(a)), None)

        def change(t):
            if t.is_meta and device is not None and torch.device(device).type != "meta":
                raise NotImplementedError("Cannot copy out of meta tensor; no data! Please use torch.nn.Module.to_empty() instead of "
                                          "torch.nn.Module.to() when moving module from meta to a different device.")
            return t.to(device=device, dtype=dtype if t.is_floating_point() or t.is_complex() else None)

        return self._apply(change)

    def type(self, dst_type):
        """Everything as another dtype."""
        return self._apply(lambda t: t.type(dst_type))

    def float(self):
        """All floats as float32."""
        return self._apply(lambda t: t.float() if t.is_floating_point() else t)

    def double(self):
        """All floats as float64."""
        return self._apply(lambda t: t.double() if t.is_floating_point() else t)

    def half(self):
        """All floats as float16."""
        return self._apply(lambda t: t.half() if t.is_floating_point() else t)

    def bfloat16(self):
        """All floats as bfloat16."""
        return self._apply(lambda t: t.bfloat16() if t.is_floating_point() else t)

    def cpu(self):
        """Everything in main memory."""
        return self._apply(lambda t: t.cpu())

    def cuda(self, device=None):
        """Everything on the GPU."""
        return self._apply(lambda t: t.cuda(device))

    def to_empty(self, *, device, recurse=True):
        """Moves everything without its values."""
        return self._apply(lambda t: torch.empty_like(t, device=device), recurse)

    def compile(self, *args, **kwargs):
        """Nothing needs compiling here."""

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
        if len(lines) == 1 and not children:
            return f"{self._get_name()}({lines[0]})"
        body = "\n  " + "\n  ".join(lines + children) + "\n" if lines or children else ""
        return f"{self._get_name()}({body})"


def _indented(text):
    return text.replace("\n", "\n  ")


class _IncompatibleKeys(tuple):
    """Keys that load_state_dict missed and those it did not know."""

    def __new__(cls, missing_keys, unexpected_keys):
        return tuple.__new__(cls, (missing_keys, unexpected_keys))

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


torch._add_attribute_access(Module)

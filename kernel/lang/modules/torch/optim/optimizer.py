"""What all optimisers share."""

from collections import defaultdict

import torch
from torch.nn.modules.module import RemovableHandle


class _Required:
    def __repr__(self):
        return "<required parameter>"


required = _Required()


class Optimizer:
    """Parameters in groups, each with its settings. Subclasses have _update(p, grad, group, state)."""

    def __init__(self, params, defaults):
        self.defaults, self.state, self.param_groups = defaults, defaultdict(dict), []
        self._pre_hooks, self._post_hooks = {}, {}
        self._state_hooks = {"pre": {}, "post": {}, "load_pre": {}, "load_post": {}}
        if torch.is_tensor(params):
            raise TypeError("params argument given to the optimizer should be an iterable of Tensors or dicts, but got "
                            + params.type())
        groups = list(params)
        if not groups:
            raise ValueError("optimizer got an empty parameter list")
        if not isinstance(groups[0], dict):
            groups = [{"params": groups}]
        for group in groups:
            self.add_param_group(group)

    def add_param_group(self, param_group):
        """Adds parameters with settings of their own."""
        if not isinstance(param_group, dict):
            raise TypeError(f"param_group must be a dict, but got {type(param_group)}")
        params = param_group["params"]
        if isinstance(params, set):
            raise TypeError("optimizer parameters need to be organized in ordered collections, but the ordering of tensors in "
                            "sets will change between runs. Please use a list instead.")
        params = [params] if torch.is_tensor(params) else list(params)
        names = None
        if params and isinstance(params[0], tuple):  # named_parameters()
            names, params = [n for n, _ in params], [p for _, p in params]
        param_group["params"] = params
        if names is not None:
            param_group["param_names"] = names
        for p in params:
            if not torch.is_tensor(p):
                raise TypeError("optimizer can only optimize Tensors, but one of the params is " + torch.typename(p))
            if not (p.is_leaf or p.retains_grad):
                raise ValueError("can't optimize a non-leaf Tensor")
        for name, default in self.defaults.items():
            if default is required and name not in param_group:
                raise ValueError(f"parameter group didn't specify a value of required optimization parameter {name}")
            param_group.setdefault(name, default)
        known = {p for group in self.param_groups for p in group["params"]}
        if any(p in known for p in params):
            raise ValueError("some parameters appear in more than one parameter group")
        self.param_groups.append(param_group)

    def zero_grad(self, set_to_none=True):
        """Forgets the gradients."""
        for group in self.param_groups:
            for p in group["params"]:
                if p.grad is None:
                    continue
                if set_to_none:
                    p.grad = None
                else:
                    p.grad.detach_()
                    p.grad.zero_()

    def step(self, closure=None):
        """One update of all parameters that have a gradient; gives what closure gives."""
        for hook in self._pre_hooks.values():
            hook(self, (), {})
        loss = None
        if closure is not None:
            with torch.enable_grad():
                loss = closure()
        recorded = torch._set_grad_mode(False)
        try:
            for group in self.param_groups:
                for p in group["params"]:
                    grad = p.grad
                    if grad is not None:
                        known = self.state.get(p)
                        state = {} if known is None else known
                        self._update(p, -grad if group.get("maximize") else grad, group, state)
                        if known is None and state:  # SGD without momentum remembers nothing
                            self.state[p] = state
        finally:
            torch._set_grad_mode(recorded)
        for hook in self._post_hooks.values():
            hook(self, (), {})
        return loss

    def register_step_pre_hook(self, hook):
        """Calls hook(optimizer, args, kwargs) before each step."""
        return self._hooked(self._pre_hooks, hook)

    def register_step_post_hook(self, hook):
        """Calls hook(optimizer, args, kwargs) after each step."""
        return self._hooked(self._post_hooks, hook)

    def register_state_dict_pre_hook(self, hook, prepend=False):
        """Calls hook(optimizer) before state_dict()."""
        return self._hooked(self._state_hooks["pre"], hook, prepend)

    def register_state_dict_post_hook(self, hook, prepend=False):
        """Calls hook(optimizer, state_dict) at the end of state_dict(); what it returns takes its place."""
        return self._hooked(self._state_hooks["post"], hook, prepend)

    def register_load_state_dict_pre_hook(self, hook, prepend=False):
        """Calls hook(optimizer, state_dict) before it is taken; what it returns takes its place."""
        return self._hooked(self._state_hooks["load_pre"], hook, prepend)

    def register_load_state_dict_post_hook(self, hook, prepend=False):
        """Calls hook(optimizer) after a state dict was taken."""
        return self._hooked(self._state_hooks["load_post"], hook, prepend)

    def _hooked(self, place, hook, prepend=False):
        handle = RemovableHandle(place)
        others = list(place.items()) if prepend else []
        place[handle.id] = hook
        for id, other in others:
            del place[id]
            place[id] = other
        return handle

    def state_dict(self):
        """The state by number of the parameter, and the groups' settings."""
        for hook in self._state_hooks["pre"].values():
            hook(self)
        numbers, groups = {}, []
        for group in self.param_groups:
            for p in group["params"]:
                numbers.setdefault(p, len(numbers))
            out = {k: v for k, v in group.items() if k != "params"}
            out["params"] = [numbers[p] for p in group["params"]]
            groups.append(out)
        out = {"state": {numbers.get(p, p): s for p, s in self.state.items()}, "param_groups": groups}
        for hook in self._state_hooks["post"].values():
            changed = hook(self, out)
            out = out if changed is None else changed
        return out

    def load_state_dict(self, state_dict):
        """Takes the state and settings of a state dict."""
        state_dict = dict(state_dict)
        for hook in self._state_hooks["load_pre"].values():
            changed = hook(self, state_dict)
            state_dict = state_dict if changed is None else changed
        groups, saved = self.param_groups, state_dict["param_groups"]
        if len(groups) != len(saved):
            raise ValueError("loaded state dict has a different number of parameter groups")
        if any(len(g["params"]) != len(s["params"]) for g, s in zip(groups, saved)):
            raise ValueError("loaded state dict contains a parameter group that doesn't match the size of optimizer's group")
        by_number = {i: p for g, s in zip(groups, saved) for i, p in zip(s["params"], g["params"])}
        self.state = defaultdict(dict)
        for key, state in state_dict["state"].items():
            p = by_number.get(key, key)
            self.state[p] = _copied(state, p)
        for group, settings in zip(groups, saved):
            group.update({k: v for k, v in settings.items() if k != "params"})
        for hook in self._state_hooks["load_post"].values():
            hook(self)

    def __repr__(self):
        lines = [f"{type(self).__name__} ("]
        for i, group in enumerate(self.param_groups):
            lines += [""] * (i > 0) + [f"Parameter Group {i}"]
            lines += [f"    {key}: {group[key]}" for key in sorted(group) if key != "params"]
        return "\n".join(lines + [")"])


def _copied(value, p):
    if torch.is_tensor(value):
        return value.to(p.dtype).clone() if torch.is_tensor(p) and p.is_floating_point() and value.ndim else value.clone()
    if isinstance(value, dict):
        return {k: _copied(v, p) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(_copied(v, p) for v in value)
    return value


def check_rate(lr):
    """A learning rate is a number or a tensor of one, not negative."""
    if torch.is_tensor(lr) and lr.numel() != 1:
        raise ValueError("Tensor lr must be 1-element")
    check("learning rate", lr, lr >= 0.0)


def check(what, value, fits):
    """ValueError "Invalid WHAT: VALUE" unless it fits."""
    if not fits:
        raise ValueError(f"Invalid {what}: {value}")

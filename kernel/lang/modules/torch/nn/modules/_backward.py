"""Backward hooks of modules: identities around a forward tell when gradients pass."""

import torch


class _Passing(torch.autograd.Function):
    """The tensors themselves; backward calls a function with their gradients, which may change them."""

    @staticmethod
    def forward(ctx, seen, *tensors):
        ctx.seen = seen
        ctx.set_materialize_grads(False)
        return tuple(t.view_as(t) for t in tensors)

    @staticmethod
    def backward(ctx, *grads):
        return (None, *ctx.seen(grads))


def _pass(values, seen):
    """values with their tensors led through _Passing; gives the values and which places are tensors."""
    places = [i for i, v in enumerate(values) if torch.is_tensor(v) and v.requires_grad]
    if not places:
        return values, places
    led = _Passing.apply(seen, *[values[i] for i in places])
    values = list(values)
    for i, tensor in zip(places, led):
        values[i] = tensor
    return tuple(values), places


def call(module, args, kwargs, forward):
    """forward(args, kwargs) of a module with backward hooks."""
    state = {"outputs": (), "count": len(args)}

    def input_known(grads):
        full = [None] * len(args)
        for place, grad in zip(state["places"], grads):
            full[place] = grad
        changed = _run(module, tuple(full), state["outputs"])
        return [changed[place] for place in state["places"]]

    def output_known(grads):
        full = [None] * state["length"]
        for place, grad in zip(state["output_places"], grads):
            full[place] = grad
        full = tuple(full)
        for hook in list(module._backward_pre_hooks.values()):
            changed = hook(module, full)
            if changed is not None:
                full = changed if isinstance(changed, tuple) else (changed,)
        state["outputs"] = full
        if not state["places"]:
            _run(module, (None,) * len(args), full)
        return [full[place] for place in state["output_places"]]

    args, state["places"] = _pass(args, input_known)
    out = forward(args, kwargs)
    many = isinstance(out, (tuple, list))
    values = tuple(out) if many else (out,)
    state["length"] = len(values)
    state["output_places"] = [i for i, v in enumerate(values) if torch.is_tensor(v) and v.requires_grad]
    led, _ = _pass(values, output_known)
    return (type(out)(led) if type(out) in (tuple, list) else led) if many else led[0]


def _run(module, grad_input, grad_output):
    for hook in list(module._backward_hooks.values()):
        changed = hook(module, grad_input, grad_output)
        if changed is not None:
            grad_input = changed if isinstance(changed, tuple) else (changed,)
    return grad_input

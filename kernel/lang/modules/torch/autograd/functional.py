"""Jacobians, Hessians and products with them."""

import torch


def _tuple(values):
    return (values, False) if isinstance(values, tuple) else ((values,), True)


def _check(name, inputs):
    """The inputs as a tuple, and whether it was one tensor."""
    values, one = _tuple(inputs)
    for i, value in enumerate(values):
        if not torch.is_tensor(value):
            if one:
                raise TypeError(f"The inputs given to {name} must be either a Tensor or a tuple of Tensors but the given inputs has "
                                f"type {type(value)}.")
            raise TypeError(f"The inputs given to {name} must be either a Tensor or a tuple of Tensors but the value at index {i} "
                            f"has type {type(value)}.")
    return values, one


def _fresh(inputs, create_graph):
    return tuple(x.view_as(x) if create_graph and x.requires_grad else x.detach().requires_grad_() for x in inputs)


def _grads(outputs, inputs, seeds, create_graph, strict):
    if not any(y.requires_grad for y in outputs):
        return tuple(torch.zeros_like(x) for x in inputs)
    grads = torch.autograd.grad(outputs, inputs, seeds, retain_graph=True, create_graph=create_graph, allow_unused=True)
    if strict and any(g is None for g in grads):
        raise RuntimeError("The output of the user-provided function is independent of an input.")
    return tuple(torch.zeros_like(x) if g is None else g for g, x in zip(grads, inputs))


def jacobian(func, inputs, create_graph=False, strict=False, vectorize=False, strategy="reverse-mode"):
    """Derivatives of every output by every input."""
    with torch.enable_grad():
        inputs, one_input = _check("jacobian", inputs)
        inputs = _fresh(inputs, create_graph)
        outputs, one_output = _tuple(func(*inputs))
        rows = []
        for y in outputs:
            parts = [_grads([v], inputs, None, create_graph, strict) for v in y.reshape(-1)]
            row = tuple(torch.stack(column).view(y.shape + x.shape) if parts else y.new_zeros(y.shape + x.shape)
                        for column, x in zip(zip(*parts) if parts else [[] for _ in inputs], inputs))
            rows.append(row[0] if one_input else row)
    return rows[0] if one_output else tuple(rows)


def hessian(func, inputs, create_graph=False, strict=False, vectorize=False, outer_jacobian_strategy="reverse-mode"):
    """Second derivatives of a number by every pair of inputs."""
    inputs, one_input = _check("hessian", inputs)

    def first(*xs):
        y = func(*xs)
        if not torch.is_tensor(y) or y.numel() != 1:
            raise RuntimeError("The Tensor returned by the function given to hessian should contain a single element")
        return jacobian(lambda *zs: func(*zs).reshape(()), xs if len(xs) > 1 else xs[0], create_graph=True)

    return jacobian(first, inputs[0] if one_input else inputs, create_graph=create_graph, strict=strict)


def vjp(func, inputs, v=None, create_graph=False, strict=False):
    """The outputs, and a vector times the Jacobian."""
    with torch.enable_grad():
        inputs, one_input = _check("vjp", inputs)
        inputs = _fresh(inputs, create_graph)
        outputs, one_output = _tuple(func(*inputs))
        if v is None and (len(outputs) != 1 or outputs[0].numel() != 1):
            raise RuntimeError("The vector v can only be None if the user-provided function returns a single Tensor with a single "
                               "element.")
        seeds = None if v is None else _tuple(v)[0]
        grads = _grads(outputs, inputs, seeds, create_graph, strict)
    outputs = outputs if create_graph else tuple(y.detach() for y in outputs)
    return outputs[0] if one_output else outputs, grads[0] if one_input else grads


def jvp(func, inputs, v=None, create_graph=False, strict=False):
    """The outputs, and the Jacobian times a vector."""
    with torch.enable_grad():
        inputs, one_input = _check("jvp", inputs)
        inputs = _fresh(inputs, create_graph)
        vectors = tuple(torch.ones_like(x) for x in inputs) if v is None else _tuple(v)[0]
        outputs, one_output = _tuple(func(*inputs))
        seeds = tuple(torch.zeros_like(y, requires_grad=True) for y in outputs)
        back = torch.autograd.grad(outputs, inputs, seeds, create_graph=True, allow_unused=True)
        used = [(g, w) for g, w in zip(back, vectors) if g is not None]
        out = _grads([g for g, _ in used], seeds, [w for _, w in used], create_graph, strict)
    outputs = outputs if create_graph else tuple(y.detach() for y in outputs)
    return outputs[0] if one_output else outputs, out[0] if one_output else out


def vhp(func, inputs, v=None, create_graph=False, strict=False):
    """The value, and a vector times the Hessian."""
    inputs, one_input = _check("vhp", inputs)
    with torch.enable_grad():
        xs = _fresh(inputs, create_graph)
        y = func(*xs)
        first = torch.autograd.grad(y, xs, create_graph=True, allow_unused=True)
        first = tuple(torch.zeros_like(x) if g is None else g for g, x in zip(first, xs))
        vectors = tuple(torch.ones_like(x) for x in xs) if v is None else _tuple(v)[0]
        out = _grads(first, xs, vectors, create_graph, strict)
    return y if create_graph else y.detach(), out[0] if one_input else out


hvp = vhp

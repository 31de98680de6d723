"""Functions of functions: gradients, Jacobians, maps over slices."""

import torch
from torch.nn.utils.stateless import functional_call


def _leaves(tree):
    if torch.is_tensor(tree):
        return [tree]
    if isinstance(tree, dict):
        return [t for v in tree.values() for t in _leaves(v)]
    if isinstance(tree, (list, tuple)):
        return [t for v in tree for t in _leaves(v)]
    return []


def _map(function, tree):
    if torch.is_tensor(tree):
        return function(tree)
    if isinstance(tree, dict):
        return {k: _map(function, v) for k, v in tree.items()}
    if isinstance(tree, (list, tuple)):
        return type(tree)(_map(function, v) for v in tree)
    return tree


def _fresh(tree):
    """The tensors as values that derivatives are taken by; the history outside stays reachable."""
    return _map(lambda t: t.view_as(t) if t.requires_grad else t.detach().requires_grad_(), tree)


def _chosen(numbers, args):
    """By number, fresh values for the arguments that derivatives are taken by."""
    for i in numbers:
        if not -len(args) <= i < len(args):
            raise RuntimeError(f"Got argnum={i}, but only {len(args)} positional inputs")
    return {i % len(args): _fresh(args[i]) for i in numbers}


def _like(tree, values):
    values = iter(values)
    return _map(lambda t: next(values), tree)


def _grads(outputs, inputs, seeds, keep):
    grads = torch.autograd.grad(outputs, inputs, seeds, retain_graph=True, create_graph=keep, allow_unused=True)
    return [torch.zeros_like(x) if g is None else g for g, x in zip(grads, inputs)]


def _outer(args):
    """Is a derivative of this derivative wanted?"""
    return any(t.requires_grad for t in _leaves(args))


def grad_and_value(func, argnums=0, has_aux=False):
    """A function that gives the gradient and the value of func."""
    numbers = argnums if isinstance(argnums, tuple) else (argnums,)

    def wrapped(*args, **kwargs):
        with torch.enable_grad():
            keep = _outer(args) or _Nesting.depth > 0
            _Nesting.depth += 1
            try:
                chosen = _chosen(numbers, args)
                out = func(*[chosen.get(i, a) for i, a in enumerate(args)], **kwargs)
            finally:
                _Nesting.depth -= 1
            value, aux = out if has_aux else (out, None)
            if not torch.is_tensor(value):
                raise RuntimeError(f"grad_and_value(f)(*args): Expected f(*args) to return a Tensor, got {type(value)}")
            if value.ndim != 0:
                raise RuntimeError("grad_and_value(f)(*args): Expected f(*args) to return a scalar Tensor, got tensor with "
                                   f"{value.ndim} dims. Maybe you wanted to use the vjp or jacrev APIs instead?")
            leaves = [t for i in numbers for t in _leaves(chosen[i % len(args)])]
            grads = iter(_grads([value], leaves, None, keep) if value.requires_grad else map(torch.zeros_like, leaves))
            trees = tuple(_map(lambda t: next(grads), chosen[i % len(args)]) for i in numbers)
        if not keep:
            value = value.detach()
            aux = _map(lambda t: t.detach(), aux)
        trees = trees if isinstance(argnums, tuple) else trees[0]
        return (trees, (value, aux)) if has_aux else (trees, value)

    return wrapped


class _Nesting:
    depth = 0


def grad(func, argnums=0, has_aux=False):
    """A function that gives the gradient of func."""

    def wrapped(*args, **kwargs):
        grads, value = grad_and_value(func, argnums, has_aux)(*args, **kwargs)
        return (grads, value[1]) if has_aux else grads

    return wrapped


def vjp(func, *primals, has_aux=False):
    """The value of func, and the function that multiplies vectors with its Jacobian."""
    with torch.enable_grad():
        fresh = tuple(_fresh(p) for p in primals)
        out = func(*fresh)
        value, aux = out if has_aux else (out, None)
    leaves = _leaves(fresh)

    def products(*seeds):
        grads = _grads(_leaves(value), leaves, _leaves(seeds[0] if len(seeds) == 1 else seeds), torch.is_grad_enabled())
        back = tuple(_like(p, g) for p, g in zip(fresh, _cut(grads, fresh)))
        back = _map(lambda t: t.detach(), back) if not _outer(seeds) and not _outer(primals) else back
        return back

    shown = _map(lambda t: t.detach(), value) if not _outer(primals) and _Nesting.depth == 0 else value
    return (shown, products, aux) if has_aux else (shown, products)


def _cut(values, trees):
    at, out = 0, []
    for tree in trees:
        n = len(_leaves(tree))
        out.append(values[at:at + n])
        at += n
    return out


def jvp(func, primals, tangents, *, strict=False, has_aux=False):
    """The value of func, and its Jacobian times vectors."""
    for primal, tangent in zip(_leaves(primals), _leaves(tangents)):
        if primal.shape != tangent.shape:
            raise RuntimeError("Trying to set a forward gradient that has a different size than that of the original Tensor, this "
                               f"is not supported. Tensor is of size {list(primal.shape)} while the given forward gradient is of "
                               f"size {list(tangent.shape)}.")
    with torch.enable_grad():
        fresh = tuple(_fresh(p) for p in primals)
        out = func(*fresh)
        value, aux = out if has_aux else (out, None)
        leaves, outputs = _leaves(fresh), _leaves(value)
        seeds = [torch.zeros_like(y, requires_grad=True) for y in outputs]
        back = torch.autograd.grad(outputs, leaves, seeds, create_graph=True, allow_unused=True)
        used = [(g, t) for g, t in zip(back, _leaves(tangents)) if g is not None]
        products = _grads([g for g, _ in used], seeds, [t for _, t in used], False) if used else \
            [torch.zeros_like(y) for y in outputs]
    value, products = _map(lambda t: t.detach(), value), _like(value, products)
    return (value, products, aux) if has_aux else (value, products)


def jacrev(func, argnums=0, *, has_aux=False, chunk_size=None):
    """A function that gives all derivatives of func."""
    numbers = argnums if isinstance(argnums, tuple) else (argnums,)

    def wrapped(*args):
        with torch.enable_grad():
            keep = _outer(args) or _Nesting.depth > 0
            _Nesting.depth += 1
            try:
                chosen = _chosen(numbers, args)
                out = func(*[chosen.get(i, a) for i, a in enumerate(args)])
            finally:
                _Nesting.depth -= 1
            value, aux = out if has_aux else (out, None)
            trees = tuple(chosen[i % len(args)] for i in numbers)
            jacobians = _map(lambda y: _jacobian(y, trees, keep, isinstance(argnums, tuple)), value)
        jacobians = jacobians if keep else _map(lambda t: t.detach(), jacobians)
        return (jacobians, aux) if has_aux else jacobians

    return wrapped


def _jacobian(y, trees, keep, many):
    leaves = _leaves(trees)
    rows = [_grads([v], leaves, None, keep) if v.requires_grad else [torch.zeros_like(x) for x in leaves]
            for v in y.reshape(-1)]
    columns = [torch.stack(column).view(y.shape + x.shape) for column, x in zip(zip(*rows), leaves)]
    out = tuple(_like(tree, part) for tree, part in zip(trees, _cut(columns, trees)))
    return out if many else out[0]


jacfwd = jacrev


def hessian(func, argnums=0):
    """A function that gives all second derivatives of func."""
    return jacrev(jacrev(func, argnums), argnums)


def vmap(func, in_dims=0, out_dims=0, randomness="error", *, chunk_size=None):
    """func for each slice of its arguments, the results stacked."""

    name = getattr(func, "__name__", repr(func))

    def wrapped(*args, **kwargs):
        if not args:
            raise ValueError(f"vmap({name})(<inputs>): got no inputs. Maybe you forgot to add inputs, or you are trying to vmap "
                             "over a function with no inputs. The latter is unsupported.")
        dims = in_dims if isinstance(in_dims, (tuple, list)) else (in_dims,) * len(args)
        if len(dims) != len(args):
            raise ValueError(f"vmap({name}, in_dims={in_dims}, ...)(<inputs>): in_dims is not compatible with the structure of "
                             f"inputs. in_dims has {len(dims)} parts, inputs {len(args)}")
        pairs = [(t, d) for a, dim in zip(args, dims) for t, d in _with_dims(a, dim) if d is not None]
        for t, d in pairs:
            if not -t.ndim <= d < t.ndim:
                raise ValueError(f"vmap({name}, in_dims={in_dims}, ...)(<inputs>): Got in_dim={d} for some input, but that input "
                                 f"is a Tensor of dimensionality {t.ndim} so expected in_dim to satisfy -{t.ndim} <= in_dim < "
                                 f"{t.ndim}.")
        sizes = [t.shape[d] for t, d in pairs]
        if not sizes:
            raise ValueError("vmap: Expected at least one Tensor to vmap over")
        if any(s != sizes[0] for s in sizes):
            raise ValueError(f"vmap: Expected all tensors to have the same size in the mapped dimension, got sizes {sizes} "
                             "for the mapped dimension")
        results = [func(*[_slice(a, dim, i) for a, dim in zip(args, dims)], **kwargs) for i in range(sizes[0])]
        return _stack(results, out_dims, name)

    return wrapped


def _with_dims(tree, dim):
    if torch.is_tensor(tree):
        return [(tree, dim)]
    if isinstance(tree, dict):
        return [p for k, v in tree.items() for p in _with_dims(v, dim[k] if isinstance(dim, dict) else dim)]
    if isinstance(tree, (list, tuple)):
        dims = dim if isinstance(dim, (list, tuple)) else [dim] * len(tree)
        return [p for v, d in zip(tree, dims) for p in _with_dims(v, d)]
    return []


def _slice(tree, dim, i):
    if torch.is_tensor(tree):
        return tree if dim is None else tree.select(dim, i)
    if isinstance(tree, dict):
        return {k: _slice(v, dim[k] if isinstance(dim, dict) else dim, i) for k, v in tree.items()}
    if isinstance(tree, (list, tuple)):
        dims = dim if isinstance(dim, (list, tuple)) else [dim] * len(tree)
        return type(tree)(_slice(v, d, i) for v, d in zip(tree, dims))
    return tree


def _stack(results, dim, name):
    first = results[0]
    if torch.is_tensor(first):
        return first if dim is None else torch.stack(results, dim)
    if isinstance(first, dict):
        return {k: _stack([r[k] for r in results], dim, name) for k in first}
    if isinstance(first, (list, tuple)):
        dims = dim if isinstance(dim, (list, tuple)) else [dim] * len(first)
        return type(first)(_stack([r[i] for r in results], d, name) for i, d in enumerate(dims))
    raise ValueError(f"vmap({name}, ...): `{name}` must only return Tensors, got type {type(first)}. Did you mean to set out_dims= "
                     "to None for output?")


def stack_module_state(models):
    """The parameters and the buffers of modules of one kind, stacked."""
    stacked = lambda named: {k: torch.stack([dict(n)[k] for n in named]).detach() for k in dict(named[0])}
    parameters = {k: v.requires_grad_() for k, v in stacked([list(m.named_parameters()) for m in models]).items()}
    return parameters, stacked([list(m.named_buffers()) for m in models])

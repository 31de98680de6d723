"""Gradients as a function, and operators whose backward is written by hand."""

import warnings

import torch
from torch._modes import enable_grad, inference_mode, no_grad, set_grad_enabled

from torch.autograd import functional


def _listed(values):
    return list(values) if isinstance(values, (list, tuple)) else [values]


def grad(outputs, inputs, grad_outputs=None, retain_graph=None, create_graph=False, allow_unused=None,
         is_grads_batched=False, materialize_grads=False):
    """Gradients of the outputs for the inputs; nothing is collected in .grad."""
    if materialize_grads and allow_unused is False:
        raise ValueError("Expected allow_unused to be True or not passed when materialize_grads=True, but got: allow_unused=False.")
    if isinstance(inputs, dict):
        grads = grad(outputs, tuple(inputs.values()), grad_outputs, retain_graph, create_graph, allow_unused, is_grads_batched,
                     materialize_grads)
        return dict(zip(inputs, grads))
    outputs, inputs = _listed(outputs), _listed(inputs)
    if not inputs:
        raise RuntimeError("`inputs` argument to `grad()` cannot be empty.")
    if not all(torch.is_tensor(y) for y in outputs):
        raise AssertionError("Expected output to be a torch.Tensor")
    seeds = None if grad_outputs is None else _listed(grad_outputs)[:len(outputs)]
    retain = create_graph if retain_graph is None else retain_graph
    arguments = inputs, retain, create_graph, bool(allow_unused or materialize_grads)
    if is_grads_batched:
        rows = [torch._autograd_grad(outputs, [s[i] for s in seeds], inputs, True, *arguments[2:])
                for i in range(len(seeds[0]))]
        grads = tuple(torch.stack(column) for column in zip(*rows))
    else:
        grads = torch._autograd_grad(outputs, seeds, *arguments)
    if materialize_grads:
        grads = tuple(torch.zeros_like(x) if g is None else g for g, x in zip(grads, inputs))
    return grads


def backward(tensors, grad_tensors=None, retain_graph=None, create_graph=False, grad_variables=None, inputs=None):
    """Collects gradients in the leaves' .grad."""
    retain = create_graph if retain_graph is None else retain_graph
    torch._backward(_listed(tensors), None if grad_tensors is None else _listed(grad_tensors),
                    None if inputs is None else _listed(inputs), retain, create_graph)


# --- operators of one's own ------------------------------------------------------------------------------


class _Context:
    """What forward leaves for backward."""

    def __init__(self, needs):
        self.needs_input_grad = needs
        self._saved, self._materialize, self._fixed, self._dirty, self._forgotten = (), True, (), (), False

    def save_for_backward(self, *tensors):
        """Keeps tensors for backward."""
        self._saved = tensors

    @property
    def saved_tensors(self):
        """What save_for_backward kept."""
        if self._forgotten:
            raise RuntimeError("Trying to backward through the graph a second time (or directly access saved tensors after "
                               "they have already been freed). Saved intermediate values of the graph are freed when you "
                               "call .backward() or autograd.grad(). Specify retain_graph=True if you need to backward "
                               "through the graph a second time or if you need to access saved tensors after calling "
                               "backward.")
        return self._saved

    def mark_non_differentiable(self, *tensors):
        """These outputs get no gradient."""
        self._fixed = tensors

    def mark_dirty(self, *tensors):
        """These inputs were changed in place."""
        self._dirty = tensors

    def set_materialize_grads(self, value):
        """May backward get None for an output that has no gradient?"""
        self._materialize = value

    def _forget(self):
        self._saved, self._forgotten = (), True


FunctionCtx = _Context


class Function:
    """An operator: static methods forward(ctx, *args) and backward(ctx, *grads); call it by apply."""

    @staticmethod
    def forward(*args, **kwargs):
        raise NotImplementedError("You must implement the forward function for custom autograd.Function.")

    @staticmethod
    def backward(ctx, *grads):
        raise NotImplementedError("You must implement either the backward or vjp method for your custom autograd.Function "
                                  "to use it with backward mode AD.")

    setup_context = None

    @classmethod
    def apply(cls, *args, **kwargs):
        """The operator's value, recorded for gradients."""
        ctx = _Context(tuple(torch.is_tensor(a) and a.requires_grad for a in args))
        recorded = torch.is_grad_enabled() and any(ctx.needs_input_grad)
        with no_grad():
            if cls.setup_context is None:
                out = cls.forward(ctx, *args, **kwargs)
            else:
                out = cls.forward(*args, **kwargs)
                cls.setup_context(ctx, args, out)
        return cls._record(ctx, args, out) if recorded else out

    @classmethod
    def _record(cls, ctx, args, out):
        many = isinstance(out, (tuple, list))
        outputs = list(out) if many else [out]
        places = [i for i, value in enumerate(outputs) if torch.is_tensor(value)]
        fixed = [id(t) for t in ctx._fixed]

        def backward(*grads):
            full = [None] * len(outputs)
            for place, grad in zip(places, grads):
                full[place] = grad
            back = getattr(cls, "vjp", cls.backward)(ctx, *full)
            back = back if isinstance(back, tuple) else (back,)
            if len(back) < len(args) or any(g is not None for g in back[len(args):]):
                raise RuntimeError(f"function {cls.__name__}Backward returned an incorrect number of gradients (expected "
                                   f"{len(args)}, got {len(back)})")
            return back[:len(args)]

        made = torch._attach_backward(cls.__name__ + "Backward", [a if torch.is_tensor(a) else None for a in args],
                                      [outputs[i] for i in places], [id(outputs[i]) not in fixed for i in places],
                                      backward, ctx._forget, ctx._materialize, bool(ctx._dirty))
        for place, tensor in zip(places, made):
            outputs[place] = tensor
        return tuple(outputs) if many else outputs[0]


class set_detect_anomaly:
    """From now on (or inside a block) backward tells which operator gave NaN."""

    def __init__(self, mode=True, check_nan=True):
        self._before = torch._set_anomaly(mode, check_nan)

    def __enter__(self):
        return None

    def __exit__(self, *exc):
        torch._set_anomaly(*self._before)


class detect_anomaly:
    """In its block backward tells which operator gave NaN."""

    def __init__(self, check_nan=True):
        self._check_nan = check_nan
        warnings.warn("Anomaly Detection has been enabled. This mode will increase the runtime and should only be enabled for "
                      "debugging.", stacklevel=2)

    def __enter__(self):
        self._before = torch._set_anomaly(True, self._check_nan)

    def __exit__(self, *exc):
        torch._set_anomaly(*self._before)


def Variable(data, requires_grad=False):
    """The tensor itself."""
    return data.requires_grad_() if requires_grad else data


def gradcheck(func, inputs, eps=1e-6, atol=1e-5, rtol=1e-3, raise_exception=True, **kwargs):
    """Are the gradients those of finite differences?"""
    inputs = _listed(inputs)
    out = func(*inputs)
    for number, y in enumerate(_listed(out)):
        for x in inputs:
            if not (torch.is_tensor(x) and x.requires_grad):
                continue
            rows = [torch.autograd.grad(v, x, retain_graph=True, allow_unused=True)[0] for v in y.reshape(-1)]
            exact = torch.stack([torch.zeros_like(x) if r is None else r for r in rows]).reshape(y.numel(), -1).T
            numeric = torch.stack([_difference(func, inputs, x, i, eps, number) for i in range(x.numel())])
            if not torch.allclose(exact, numeric, rtol=rtol, atol=atol):
                if raise_exception:
                    raise GradcheckError(f"Jacobian mismatch for output {number} with respect to input 0,\n"
                                         f"numerical:{numeric}\nanalytical:{exact}\n")
                return False
    return True


class GradcheckError(RuntimeError):
    """What gradcheck raises."""


def _difference(func, inputs, x, i, eps, number):
    with no_grad():
        flat = x.detach().reshape(-1)
        before, values = flat[i].clone(), []
        for step in (eps, -eps):
            flat[i] = before + step
            values.append(_listed(func(*inputs))[number].clone().reshape(-1))
        flat[i] = before
        return (values[0] - values[1]) / (2 * eps)

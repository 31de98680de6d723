"""Optimisers of matrices and of tables: Muon, Adafactor, SparseAdam."""

import math

import torch
from torch.optim.optimizer import Optimizer, check


def _wanted(name, value, fits, sign=">="):
    if not fits:
        raise ValueError(f"{name} should be {sign} 0 but is: {value}")


def _orthogonalised(grad, coefficients, steps, eps):
    """A matrix with the singular vectors of grad and singular values near 1: Newton-Schulz iterations."""
    if steps >= 100:
        raise ValueError("Number of steps must be less than 100 for computational efficiency")
    if len(coefficients) != 3:
        raise ValueError("Coefficients must be a tuple of exactly 3 values")
    a, b, c = coefficients
    tall = grad.shape[0] > grad.shape[1]
    x = grad.bfloat16()
    x = x.T if tall else x
    x.div_(x.norm().clamp(min=eps))
    for _ in range(steps):
        gram = x @ x.T
        x = torch.addmm(x, torch.addmm(gram, gram, gram, beta=b, alpha=c), x, beta=a)
    return x.T if tall else x


class Muon(Optimizer):
    """Momentum whose matrices are made orthogonal."""

    def __init__(self, params, lr=1e-3, weight_decay=0.1, momentum=0.95, nesterov=True, ns_coefficients=(3.4445, -4.775, 2.0315),
                 eps=1e-7, ns_steps=5, adjust_lr_fn=None):
        _wanted("Learning rate", lr, 0.0 <= lr)
        _wanted("momentum", momentum, 0.0 <= momentum)
        _wanted("weight decay", weight_decay, 0.0 <= weight_decay)
        if adjust_lr_fn not in (None, "original", "match_rms_adamw"):
            raise ValueError(f"Adjust learning rate function {adjust_lr_fn} is not supported")
        super().__init__(params, dict(lr=lr, weight_decay=weight_decay, momentum=momentum, nesterov=nesterov,
                                      ns_coefficients=ns_coefficients, eps=eps, ns_steps=ns_steps, adjust_lr_fn=adjust_lr_fn))
        for group in self.param_groups:
            for p in group["params"]:
                if p.ndim != 2:
                    raise ValueError(f"Muon only supports 2D parameters whereas we found a parameter with size: {p.size()}")

    def _update(self, p, grad, group, state):
        if "momentum_buffer" not in state:
            state["momentum_buffer"] = torch.zeros_like(grad)
        mean, momentum = state["momentum_buffer"], group["momentum"]
        mean.lerp_(grad, 1 - momentum)
        update = grad.lerp(mean, momentum) if group["nesterov"] else mean
        update = _orthogonalised(update, group["ns_coefficients"], group["ns_steps"], group["eps"])
        rows, columns = p.shape
        matched = group["adjust_lr_fn"] == "match_rms_adamw"
        ratio = 0.2 * math.sqrt(max(rows, columns)) if matched else math.sqrt(max(1, rows / columns))
        p.mul_(1 - group["lr"] * group["weight_decay"])
        p.add_(update, alpha=-group["lr"] * ratio)


class Adafactor(Optimizer):
    """Adam whose second moment is a row times a column."""

    def __init__(self, params, lr=1e-2, beta2_decay=-0.8, eps=(None, 1e-3), d=1.0, weight_decay=0.0, *, foreach=None,
                 maximize=False):
        _wanted("Learning rate", lr, 0.0 <= lr)
        _wanted("beta2_decay", beta2_decay, 0.0 >= beta2_decay, "<=")
        _wanted("epsilon1", eps[0], eps[0] is None or 0.0 <= eps[0])
        _wanted("epsilon2", eps[1], 0.0 <= eps[1])
        if d < 1.0:
            raise ValueError(f"Clipping threshold d should be >= 1 but is: {d}")
        _wanted("weight_decay", weight_decay, 0.0 <= weight_decay)
        super().__init__(params, dict(lr=lr, beta2_decay=beta2_decay, eps=eps, d=d, weight_decay=weight_decay, foreach=foreach,
                                      maximize=maximize))

    def _update(self, p, grad, group, state):
        if not state:
            state["step"] = torch.tensor(0.0)
            if grad.ndim > 1:
                state["row_var"] = grad.new_zeros([*grad.shape[:-1], 1])
                state["col_var"] = grad.new_zeros([*grad.shape[:-2], 1, grad.shape[-1]])
            else:
                state["variance"] = torch.zeros_like(grad)
        state["step"] += 1
        step, lr, (eps1, eps2) = state["step"].item(), group["lr"], group["eps"]
        eps1 = torch.finfo(p.dtype).eps if eps1 is None else eps1
        weight = step ** group["beta2_decay"]
        alpha = max(eps2, p.norm(2).item() / p.numel() ** 0.5) * min(lr, 1 / step ** 0.5)
        if group["weight_decay"] != 0:
            p.mul_(1 - lr * group["weight_decay"])
        if grad.ndim > 1:
            for name, dim in (("row_var", -1), ("col_var", -2)):
                state[name].lerp_(grad.norm(2, dim, True).square_().div_(grad.shape[dim]), weight)
            row = state["row_var"]
            variance = (row @ state["col_var"]).div_(row.mean(dim=-2, keepdim=True).clamp_(min=eps1))
        else:
            variance = state["variance"].lerp_(grad * grad, weight).clone()
        update = variance.clamp_(min=eps1 * eps1).rsqrt_().mul_(grad)
        p.add_(update, alpha=-alpha / max(1.0, update.norm(2).item() / (update.numel() ** 0.5 * group["d"])))


class SparseAdam(Optimizer):
    """Adam for the rows that have a gradient."""

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, maximize=False):
        check("learning rate", lr, 0.0 < lr)
        check("epsilon value", eps, 0.0 < eps)
        for i, beta in enumerate(betas):
            check(f"beta parameter at index {i}", beta, 0.0 <= beta < 1.0)
        super().__init__(params, dict(lr=lr, betas=betas, eps=eps, maximize=maximize))

    def _update(self, p, grad, group, state):
        if not grad.is_sparse:
            raise RuntimeError("SparseAdam does not support dense gradients, please consider Adam instead")
        if not state:
            state["step"], state["exp_avg"], state["exp_avg_sq"] = 0, torch.zeros_like(p), torch.zeros_like(p)
        state["step"] += 1
        grad, (beta1, beta2) = grad.coalesce(), group["betas"]
        places, values = grad.indices(), grad.values()
        if not values.numel():
            return
        at = tuple(places)
        mean = state["exp_avg"][at].lerp_(values, 1 - beta1)
        square = state["exp_avg_sq"][at]
        square = square + (values.pow(2) - square) * (1 - beta2)
        state["exp_avg"][at], state["exp_avg_sq"][at] = mean, square
        size = group["lr"] * math.sqrt(1 - beta2 ** state["step"]) / (1 - beta1 ** state["step"])
        p.index_put_(at, mean.div(square.sqrt().add_(group["eps"])).mul_(-size), accumulate=True)

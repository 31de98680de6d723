"""Losses of torch.nn.functional."""

import math
import warnings

import torch

_op = torch._operator
_REDUCTIONS = {"none": 0, "mean": 1, "sum": 2}


def _reduction(name, size_average=None, reduce=None):
    if size_average is not None or reduce is not None:  # how it was said long ago
        name = "none" if reduce is False else "sum" if size_average is False else "mean"
    if name not in _REDUCTIONS:
        raise ValueError(f"{name} is not a valid value for reduction")
    return _REDUCTIONS[name]


def _compare_sizes(input, target):
    if type(input) is torch.Tensor and not target.size() == input.size():
        warnings.warn(f"Using a target size ({target.size()}) that is different to the input size ({input.size()}). This will "
                      "likely lead to incorrect results due to broadcasting. Please ensure they have the same size.",
                      stacklevel=3)


def _reduced(loss, reduction):
    return loss.mean() if reduction == "mean" else loss.sum() if reduction == "sum" else loss


_cross_entropy, _nll, _kl_div = _op("cross_entropy_loss"), _op("nll_loss_nd"), _op("kl_div")
_mse, _l1, _smooth_l1, _huber = _op("mse_loss"), _op("l1_loss"), _op("smooth_l1_loss"), _op("huber_loss")
_bce, _bce_logits = _op("binary_cross_entropy"), _op("binary_cross_entropy_with_logits")


def cross_entropy(input, target, weight=None, size_average=None, ignore_index=-100, reduce=None, reduction="mean",
                  label_smoothing=0.0):
    """-log softmax at the target: input [N, C, …], target [N, …] of classes, or [N, C, …] of probabilities."""
    return _cross_entropy(input, target, weight, _reduction(reduction, size_average, reduce), ignore_index, label_smoothing)


def nll_loss(input, target, weight=None, size_average=None, ignore_index=-100, reduce=None, reduction="mean"):
    """-x at the target, x being log-probabilities."""
    return _nll(input, target, weight, _reduction(reduction, size_average, reduce), ignore_index)


def kl_div(input, target, size_average=None, reduce=None, reduction="mean", log_target=False):
    """Σ target (log target - input); "batchmean" divides by the first dimension."""
    if reduction == "batchmean":
        total = _kl_div(input, target, 2, log_target=log_target)
        return total / input.shape[0] if input.ndim > 0 else total
    return _kl_div(input, target, _reduction(reduction, size_average, reduce), log_target=log_target)


def mse_loss(input, target, size_average=None, reduce=None, reduction="mean", weight=None):
    """Mean of (x - y)²."""
    _compare_sizes(input, target)
    loss = _mse(input, target, 0 if weight is not None else _reduction(reduction, size_average, reduce))
    return loss if weight is None else _weighted(loss, weight, reduction)


def l1_loss(input, target, size_average=None, reduce=None, reduction="mean", weight=None):
    """Mean of |x - y|."""
    _compare_sizes(input, target)
    loss = _l1(input, target, 0 if weight is not None else _reduction(reduction, size_average, reduce))
    return loss if weight is None else _weighted(loss, weight, reduction)


def _weighted(loss, weight, reduction):
    loss = loss * weight
    return loss.sum() / weight.sum() if reduction == "mean" else _reduced(loss, reduction)


def smooth_l1_loss(input, target, size_average=None, reduce=None, reduction="mean", beta=1.0):
    """Squared near 0, absolute beyond."""
    _compare_sizes(input, target)
    code = _reduction(reduction, size_average, reduce)
    return _l1(input, target, code) if beta == 0.0 else _smooth_l1(input, target, code, beta)


def huber_loss(input, target, reduction="mean", delta=1.0, weight=None):
    """Squared near 0, absolute beyond delta."""
    _compare_sizes(input, target)
    loss = _huber(input, target, 0 if weight is not None else _reduction(reduction), delta)
    return loss if weight is None else _weighted(loss, weight, reduction)


def binary_cross_entropy(input, target, weight=None, size_average=None, reduce=None, reduction="mean"):
    """Binary cross entropy of probabilities."""
    if target.shape != input.shape:
        raise ValueError(f"Using a target size ({target.shape}) that is different to the input size ({input.shape}) is "
                         "deprecated. Please ensure they have the same size.")
    return _bce(input, target, weight, _reduction(reduction, size_average, reduce))


def binary_cross_entropy_with_logits(input, target, weight=None, size_average=None, reduce=None, reduction="mean",
                                     pos_weight=None):
    """Binary cross entropy of logits."""
    if target.shape != input.shape:
        raise ValueError(f"Target size ({target.shape}) must be the same as input size ({input.shape})")
    return _bce_logits(input, target, weight, pos_weight, _reduction(reduction, size_average, reduce))


def _by_reduction(name, *parameters):
    """A loss whose operator takes the reduction's number last: parameters are names, or (name, default)."""
    operator = _op(name)
    names = [p if isinstance(p, str) else p[0] for p in parameters]
    defaults = {p[0]: p[1] for p in parameters if not isinstance(p, str)}

    def loss(*args, size_average=None, reduce=None, reduction="mean", **kwargs):
        values = dict(zip(names, args))
        if len(args) > len(names):  # (…, size_average, reduce, reduction)
            size_average, reduce, reduction = (*args[len(names):], *(size_average, reduce, reduction)[len(args) - len(names):])
        values.update(kwargs)
        for key in values:
            if key not in names:
                raise TypeError(f"{name}() got an unexpected keyword argument '{key}'")
        given = [values[key] if key in values else defaults[key] for key in names if key in values or key in defaults]
        if len(given) < len(names):
            raise TypeError(f"{name}() missing required positional arguments")
        return operator(*given, _reduction(reduction, size_average, reduce))

    loss.__name__ = loss.__qualname__ = name
    loss.__doc__ = operator.__doc__
    return loss


soft_margin_loss = _by_reduction("soft_margin_loss", "input", "target")
multilabel_margin_loss = _by_reduction("multilabel_margin_loss", "input", "target")
hinge_embedding_loss = _by_reduction("hinge_embedding_loss", "input", "target", ("margin", 1.0))
_margin_ranking_loss = _by_reduction("margin_ranking_loss", "input1", "input2", "target", ("margin", 0))
cosine_embedding_loss = _by_reduction("cosine_embedding_loss", "input1", "input2", "target", ("margin", 0))


def margin_ranking_loss(input1, input2, target, margin=0, size_average=None, reduce=None, reduction="mean"):
    """How far the ranking of pairs is from the wanted one."""
    if input1.ndim != input2.ndim or input1.ndim != target.ndim:
        raise RuntimeError("margin_ranking_loss : All input tensors should have same dimension but got sizes: input1: "
                           f"{input1.size()}, input2: {input2.size()}, target: {target.size()} ")
    return _margin_ranking_loss(input1, input2, target, margin, size_average, reduce, reduction)


def multi_margin_loss(input, target, p=1, margin=1.0, weight=None, size_average=None, reduce=None, reduction="mean"):
    """Hinge loss of several classes."""
    if p not in (1, 2):
        raise ValueError("only p == 1 and p == 2 supported")
    return _op("multi_margin_loss")(input, target, p, margin, weight, _reduction(reduction, size_average, reduce))


def multilabel_soft_margin_loss(input, target, weight=None, size_average=None, reduce=None, reduction="mean"):
    """Binary cross entropy of logits, averaged over classes."""
    loss = -(target * torch.nn.functional.logsigmoid(input) + (1 - target) * torch.nn.functional.logsigmoid(-input))
    loss = loss if weight is None else loss * weight
    loss = loss.sum(dim=-1) / input.shape[-1]
    _reduction(reduction)
    return _reduced(loss, reduction)


def triplet_margin_loss(anchor, positive, negative, margin=1.0, p=2, eps=1e-6, swap=False, size_average=None, reduce=None,
                        reduction="mean"):
    """How much nearer the positive should be than the negative."""
    if margin <= 0:
        raise ValueError(f"margin must be greater than 0, got {margin}")
    return _op("triplet_margin_loss")(anchor, positive, negative, margin, p, eps, swap,
                                      _reduction(reduction, size_average, reduce))


def triplet_margin_with_distance_loss(anchor, positive, negative, *, distance_function=None, margin=1.0, swap=False,
                                      reduction="mean"):
    """The same with a distance of one's own."""
    distance = distance_function or torch.nn.functional.pairwise_distance
    near, far = distance(anchor, positive), distance(anchor, negative)
    if swap:
        far = torch.minimum(far, distance(positive, negative))
    return _reduced(torch.clamp_min(margin + near - far, 0), reduction)


def poisson_nll_loss(input, target, log_input=True, full=False, size_average=None, eps=1e-8, reduce=None, reduction="mean"):
    """-log likelihood of counts."""
    return _op("poisson_nll_loss")(input, target, log_input, full, eps, _reduction(reduction, size_average, reduce))


def gaussian_nll_loss(input, target, var, full=False, eps=1e-6, reduction="mean"):
    """-log likelihood of normal values."""
    if not torch.is_tensor(var):
        var = torch.full_like(input, var) if input.ndim else torch.tensor(float(var))
    if (var < 0).any():
        raise ValueError("var has negative entry/entries")
    if var.shape != input.shape and input.shape[:-1] == var.shape:
        var = var.unsqueeze(-1)
    _reduction(reduction)
    var = var.clone()
    with torch.no_grad():
        var.clamp_(min=eps)
    loss = 0.5 * (torch.log(var) + (input - target) ** 2 / var)
    if full:
        loss = loss + 0.5 * math.log(2 * math.pi)
    return _reduced(loss, reduction)


def ctc_loss(log_probs, targets, input_lengths, target_lengths, blank=0, reduction="mean", zero_infinity=False):
    """-log probability of label sequences under all alignments."""
    return _op("ctc_loss")(log_probs, targets, input_lengths, target_lengths, blank, _reduction(reduction), zero_infinity)

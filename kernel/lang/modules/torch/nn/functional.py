"""Functions of layers and losses that Python spells in its own way; the others are ATen's, found by name."""

import torch

_REDUCTIONS = {"none": 0, "mean": 1, "sum": 2}


def _reduction(name):
    if name not in _REDUCTIONS:
        raise ValueError(f"{name} is not a valid value for reduction")
    return _REDUCTIONS[name]


def relu(input, inplace=False):
    """max(x, 0)."""
    return torch._aten("relu_" if inplace else "relu", input)


def dropout(input, p=0.5, training=True, inplace=False):
    """Zeros elements at random while training."""
    if p < 0.0 or p > 1.0:
        raise ValueError(f"dropout probability has to be between 0 and 1, but got {p}")
    return torch._aten("dropout_" if inplace else "dropout", input, p, training)


def dropout1d(input, p=0.5, training=True, inplace=False):
    """Zeros whole channels at random while training."""
    return torch._aten("feature_dropout", input, p, training)


dropout2d = dropout3d = dropout1d


def softmax(input, dim=None, _stacklevel=3, dtype=None):
    """Probabilities along a dimension."""
    return torch._aten("softmax", input, _dim(input, dim), dtype=dtype)


def log_softmax(input, dim=None, _stacklevel=3, dtype=None):
    """Logarithms of softmax."""
    return torch._aten("log_softmax", input, _dim(input, dim), dtype=dtype)


def _dim(input, dim):
    return dim if dim is not None else 0 if input.ndim in (0, 1, 3) else 1


def softsign(input):
    """x / (1 + |x|)."""
    return input / (input.abs() + 1)


def logsigmoid(input):
    """log(sigmoid(x))."""
    return torch._aten("log_sigmoid", input)


def embedding(input, weight, padding_idx=None, max_norm=None, norm_type=2.0, scale_grad_by_freq=False, sparse=False):
    """Rows of the table `weight` [V, D] by index."""
    if max_norm is not None:
        with torch.no_grad():
            torch._aten("embedding_renorm_", weight, input.contiguous(), max_norm, norm_type)
    pad = -1 if padding_idx is None else padding_idx % weight.shape[0]
    return torch._aten("embedding", weight, input, pad, scale_grad_by_freq, sparse)


def layer_norm(input, normalized_shape, weight=None, bias=None, eps=1e-5):
    """Mean 0 and variance 1 over the last dimensions."""
    return torch._aten("layer_norm", input, list(normalized_shape), weight, bias, eps)


def rms_norm(input, normalized_shape, weight=None, eps=None):
    """Root mean square 1 over the last dimensions."""
    return torch._aten("rms_norm", input, list(normalized_shape), weight, eps)


def group_norm(input, num_groups, weight=None, bias=None, eps=1e-5):
    """Mean 0 and variance 1 over groups of channels."""
    return torch._aten("group_norm", input, num_groups, weight, bias, eps)


def batch_norm(input, running_mean, running_var, weight=None, bias=None, training=False, momentum=0.1, eps=1e-5):
    """Mean 0 and variance 1 of each channel over the batch, or by the running statistics."""
    return torch._aten("batch_norm", input, weight, bias, running_mean, running_var, training, momentum, eps, True)


def mse_loss(input, target, size_average=None, reduce=None, reduction="mean"):
    """Mean of (x - y)²."""
    return torch._aten("mse_loss", input, target, _reduction(reduction))


def l1_loss(input, target, size_average=None, reduce=None, reduction="mean"):
    """Mean of |x - y|."""
    return torch._aten("l1_loss", input, target, _reduction(reduction))


def smooth_l1_loss(input, target, size_average=None, reduce=None, reduction="mean", beta=1.0):
    """Squared near 0, absolute beyond."""
    return torch._aten("smooth_l1_loss", input, target, _reduction(reduction), beta)


def huber_loss(input, target, reduction="mean", delta=1.0):
    """Squared near 0, absolute beyond delta."""
    return torch._aten("huber_loss", input, target, _reduction(reduction), delta)


def cross_entropy(input, target, weight=None, size_average=None, ignore_index=-100, reduce=None, reduction="mean",
                  label_smoothing=0.0):
    """-log softmax at the target: input [N, C, …], target [N, …] of classes, or [N, C, …] of probabilities."""
    return torch._aten("cross_entropy_loss", input, target, weight, _reduction(reduction), ignore_index, label_smoothing)


def nll_loss(input, target, weight=None, size_average=None, ignore_index=-100, reduce=None, reduction="mean"):
    """-x at the target, x being log-probabilities."""
    return torch._aten("nll_loss_nd", input, target, weight, _reduction(reduction), ignore_index)


def binary_cross_entropy(input, target, weight=None, size_average=None, reduce=None, reduction="mean"):
    """Binary cross entropy of probabilities."""
    return torch._aten("binary_cross_entropy", input, target, weight, _reduction(reduction))


def binary_cross_entropy_with_logits(input, target, weight=None, size_average=None, reduce=None, reduction="mean",
                                     pos_weight=None):
    """Binary cross entropy of logits."""
    if target.shape != input.shape:
        raise ValueError(f"Target size ({target.shape}) must be the same as input size ({input.shape})")
    return torch._aten("binary_cross_entropy_with_logits", input, target, weight, pos_weight, _reduction(reduction))


def kl_div(input, target, size_average=None, reduce=None, reduction="mean", log_target=False):
    """Σ target (log target - input); "batchmean" divides by the first dimension."""
    if reduction == "batchmean":
        total = torch._aten("kl_div", input, target, 2, log_target=log_target)
        return total / input.shape[0] if input.ndim > 0 else total
    return torch._aten("kl_div", input, target, _reduction(reduction), log_target=log_target)


def normalize(input, p=2.0, dim=1, eps=1e-12, out=None):
    """Vectors along a dimension with norm 1."""
    return input / input.norm(p, dim, keepdim=True).clamp_min(eps).expand_as(input)


def one_hot(tensor, num_classes=-1):
    """[…] of classes as […, C] of zeros and ones."""
    return torch._aten("one_hot", tensor, num_classes)


def pad(input, pad, mode="constant", value=None):
    """Widens the last dimensions: pad is (left, right, top, bottom, …)."""
    return torch._aten("pad", input, list(pad), mode, value)


def max_pool1d(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False, return_indices=False):
    """The largest of each window of [N, C, L]."""
    name = "max_pool1d_with_indices" if return_indices else "max_pool1d"
    return torch._aten(name, input, kernel_size, stride or [], padding, dilation, ceil_mode)


def max_pool2d(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False, return_indices=False):
    """The largest of each window of [N, C, H, W]."""
    name = "max_pool2d_with_indices" if return_indices else "max_pool2d"
    return torch._aten(name, input, kernel_size, stride or [], padding, dilation, ceil_mode)


def avg_pool1d(input, kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True):
    """The mean of each window of [N, C, L]."""
    return torch._aten("avg_pool1d", input, kernel_size, stride or [], padding, ceil_mode, count_include_pad)


def avg_pool2d(input, kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True,
               divisor_override=None):
    """The mean of each window of [N, C, H, W]."""
    return torch._aten("avg_pool2d", input, kernel_size, stride or [], padding, ceil_mode, count_include_pad,
                       divisor_override)


def gumbel_softmax(logits, tau=1, hard=False, eps=1e-10, dim=-1):
    """A sample that gradients flow through."""
    noise = -torch.empty_like(logits).exponential_().log()
    soft = softmax((logits + noise) / tau, dim)
    if not hard:
        return soft
    index = soft.max(dim, keepdim=True)[1]
    return torch.zeros_like(logits).scatter_(dim, index, 1.0) - soft.detach() + soft

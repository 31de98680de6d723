"""Averages of weights."""

import copy

import torch
from torch.nn.modules.module import Module
from torch.optim.lr_scheduler import LRScheduler


def _check_decay(decay):
    if not 0.0 <= decay <= 1.0:
        raise ValueError(f"Invalid decay value {decay} provided. Please provide a value in [0,1] range.")


def get_ema_multi_avg_fn(decay=0.999):
    """An exponential average, of lists."""
    _check_decay(decay)

    def average(averages, values, count):
        for a, v in zip(averages, values):
            a.lerp_(v, 1 - decay)

    return average


def get_ema_avg_fn(decay=0.999):
    """An exponential average."""
    _check_decay(decay)
    return lambda average, value, count: decay * average + (1 - decay) * value


def get_swa_avg_fn():
    """The mean."""
    return lambda average, value, count: average + (value - average) / (count + 1)


def get_swa_multi_avg_fn():
    """The mean, of lists."""

    def average(averages, values, count):
        for a, v in zip(averages, values):
            a.lerp_(v, 1 / (count + 1))

    return average


class AveragedModel(Module):
    """A copy of a model whose parameters are averages."""

    def __init__(self, model, device=None, avg_fn=None, multi_avg_fn=None, use_buffers=False):
        super().__init__()
        if avg_fn is not None and multi_avg_fn is not None:
            raise AssertionError("Only one of avg_fn and multi_avg_fn should be provided")
        self.module = copy.deepcopy(model)
        self.register_buffer("n_averaged", torch.tensor(0, dtype=torch.long))
        self.avg_fn, self.multi_avg_fn, self.use_buffers = avg_fn, multi_avg_fn, use_buffers

    def forward(self, *args, **kwargs):
        return self.module(*args, **kwargs)

    @torch.no_grad()
    def update_parameters(self, model):
        """Takes the model's present parameters into the averages."""
        own = list(self.module.parameters()) + (list(self.module.buffers()) if self.use_buffers else [])
        new = list(model.parameters()) + (list(model.buffers()) if self.use_buffers else [])
        if self.n_averaged == 0:
            for a, v in zip(own, new):
                a.copy_(v)
        elif self.multi_avg_fn is not None:
            self.multi_avg_fn(own, new, self.n_averaged)
        else:
            average = self.avg_fn or get_swa_avg_fn()
            for a, v in zip(own, new):
                a.copy_(average(a, v, self.n_averaged))
        if not self.use_buffers:
            for a, v in zip(self.module.buffers(), model.buffers()):
                a.copy_(v)
        self.n_averaged += 1


@torch.no_grad()
def update_bn(loader, model, device=None):
    """The running statistics of batch normalisations anew, over a loader."""
    norms = [m for m in model.modules() if hasattr(m, "running_mean")]
    momenta = [m.momentum for m in norms]
    for m in norms:
        m.reset_running_stats()
        m.momentum = None
    training = model.training
    model.train()
    for batch in loader:
        model(batch[0] if isinstance(batch, (list, tuple)) else batch)
    for m, momentum in zip(norms, momenta):
        m.momentum = momentum
    model.train(training)


class SWALR(LRScheduler):
    """From the rate at the start to swa_lr."""

    def __init__(self, optimizer, swa_lr, anneal_epochs=10, anneal_strategy="cos", last_epoch=-1):
        import math

        rates = swa_lr if isinstance(swa_lr, (list, tuple)) else [swa_lr] * len(optimizer.param_groups)
        if len(rates) != len(optimizer.param_groups):
            raise ValueError(f"swa_lr must have the same length as optimizer.param_groups. swa_lr has {len(rates)} values, "
                             f"param_groups has {len(optimizer.param_groups)}.")
        if anneal_strategy not in ("cos", "linear"):
            raise ValueError(f"anneal_strategy must be one of 'cos' or 'linear', instead got {anneal_strategy}")
        if not isinstance(anneal_epochs, int) or anneal_epochs < 0:
            raise ValueError(f"anneal_epochs must be equal or greater than 0, got {anneal_epochs}")
        for group, rate in zip(optimizer.param_groups, rates):
            group["swa_lr"] = rate
        self.anneal_epochs = anneal_epochs
        self.anneal_func = (lambda t: (1 - math.cos(math.pi * t)) / 2) if anneal_strategy == "cos" else (lambda t: t)
        super().__init__(optimizer, last_epoch)

    def get_lr(self):
        part = lambda n: self.anneal_func(max(0, min(1, n / max(1, self.anneal_epochs))))
        step = self._step_count - 1
        step = max(1, step) if self.anneal_epochs == 0 else step
        before, now = part(step - 1), part(step)
        undo = lambda lr, target: target if before == 1 else (lr - before * target) / (1 - before)
        return [group["swa_lr"] * now + undo(group["lr"], group["swa_lr"]) * (1 - now) for group in self.optimizer.param_groups]

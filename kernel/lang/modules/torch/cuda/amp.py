"""Mixed precision on a GPU under its old names."""

import torch
from torch import amp


class autocast(amp.autocast):
    """torch.amp.autocast("cuda")."""

    def __init__(self, enabled=True, dtype=torch.float16, cache_enabled=True):
        amp.autocast.__init__(self, "cuda", dtype, enabled and torch.cuda.is_available())

    def _again(self):
        return autocast(self.enabled, self.fast_dtype)


class GradScaler(amp.GradScaler):
    """torch.amp.GradScaler("cuda")."""

    def __init__(self, init_scale=65536.0, growth_factor=2.0, backoff_factor=0.5, growth_interval=2000, enabled=True):
        amp.GradScaler.__init__(self, "cuda", init_scale, growth_factor, backoff_factor, growth_interval, enabled)

"""Mixed precision: products in a narrower dtype, inside a block."""

import torch
from torch._modes import _Mode


class autocast(_Mode):
    """`with torch.autocast("cpu", dtype=torch.bfloat16):` matrix products and convolutions are computed in that dtype."""

    def __init__(self, device_type, dtype=None, enabled=True, cache_enabled=None):
        if not isinstance(device_type, str):
            raise ValueError(f"Expected `device_type` of type `str`, got: `{type(device_type)}`")
        if device_type not in ("cpu", "cuda", "mps", "xpu"):
            raise RuntimeError(f"User specified an unsupported autocast device_type '{device_type}'")
        self.device, self.enabled = device_type, enabled
        self.fast_dtype = dtype or (torch.bfloat16 if device_type == "cpu" else torch.float16)

    def _again(self):
        return autocast(self.device, self.fast_dtype, self.enabled)

    def __enter__(self):
        self.before = torch._autocast(self.device, self.enabled, self.fast_dtype, 1)
        return self

    def __exit__(self, *exc):
        torch._autocast(self.device, *self.before, -1)
        return False


class GradScaler:
    """Scales losses, so that gradients in float16 do not vanish; does nothing where it is not enabled."""

    def __init__(self, device="cuda", init_scale=65536.0, growth_factor=2.0, backoff_factor=0.5, growth_interval=2000,
                 enabled=True):
        self._enabled = enabled and (device == "cpu" or torch.cuda.is_available())
        self._scale, self._growth, self._backoff = init_scale, growth_factor, backoff_factor
        self._interval, self._good, self._found, self._unscaled = growth_interval, 0, False, set()

    def scale(self, outputs):
        """The outputs times the scale."""
        if not self._enabled:
            return outputs
        return outputs * self._scale if torch.is_tensor(outputs) else type(outputs)(self.scale(o) for o in outputs)

    def unscale_(self, optimizer):
        """Divides the gradients by the scale."""
        if not self._enabled:
            return
        if id(optimizer) in self._unscaled:
            raise RuntimeError("unscale_() has already been called on this optimizer since the last update().")
        self._unscaled.add(id(optimizer))
        with torch.no_grad():
            for group in optimizer.param_groups:
                for p in group["params"]:
                    if p.grad is not None:
                        p.grad.div_(self._scale)
                        self._found = self._found or not bool(p.grad.isfinite().all())

    def step(self, optimizer, *args, **kwargs):
        """A step of the optimiser, unless a gradient is not finite."""
        if not self._enabled:
            return optimizer.step(*args, **kwargs)
        if id(optimizer) not in self._unscaled:
            self.unscale_(optimizer)
        return None if self._found else optimizer.step(*args, **kwargs)

    def update(self, new_scale=None):
        """The scale for the next step."""
        if not self._enabled:
            return
        if new_scale is not None:
            self._scale = float(new_scale)
        elif self._found:
            self._scale, self._good = self._scale * self._backoff, 0
        else:
            self._good += 1
            if self._good == self._interval:
                self._scale, self._good = self._scale * self._growth, 0
        self._found, self._unscaled = False, set()

    def get_scale(self):
        """The scale."""
        return self._scale if self._enabled else 1.0

    def is_enabled(self):
        """Does it scale?"""
        return self._enabled

    def state_dict(self):
        """What a checkpoint keeps."""
        if not self._enabled:
            return {}
        return {"scale": self._scale, "growth_factor": self._growth, "backoff_factor": self._backoff,
                "growth_interval": self._interval, "_growth_tracker": self._good}

    def load_state_dict(self, state_dict):
        """Takes what state_dict gave."""
        if self._enabled:
            self._scale, self._good = state_dict["scale"], state_dict["_growth_tracker"]


def is_autocast_available(device_type):
    """Can autocast be used there?"""
    return device_type == "cpu" or device_type == "cuda" and torch.cuda.is_available()

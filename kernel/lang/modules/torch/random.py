"""Random streams."""

import torch
from torch import default_generator, get_rng_state, initial_seed, manual_seed, seed, set_rng_state
from torch._modes import _Mode


class fork_rng(_Mode):
    """Inside the block the random stream may be changed; after it, it goes on where it was."""

    def __init__(self, devices=None, enabled=True, **kwargs):
        self.enabled = enabled

    def _again(self):
        return fork_rng(enabled=self.enabled)

    def __enter__(self):
        self.state = get_rng_state() if self.enabled else None

    def __exit__(self, *exc):
        if self.enabled:
            set_rng_state(self.state)
        return False

"""The class Independent."""

from torch.distributions import Independent

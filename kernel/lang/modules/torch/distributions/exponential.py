"""The class Exponential."""

from torch.distributions import Exponential

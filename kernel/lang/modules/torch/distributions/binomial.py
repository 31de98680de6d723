"""The class Binomial."""

from torch.distributions import Binomial

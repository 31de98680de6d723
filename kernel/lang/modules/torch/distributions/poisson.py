"""The class Poisson."""

from torch.distributions import Poisson

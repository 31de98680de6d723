"""The class Bernoulli."""

from torch.distributions import Bernoulli

"""The class Laplace."""

from torch.distributions import Laplace

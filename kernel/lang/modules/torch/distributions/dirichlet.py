"""The class Dirichlet."""

from torch.distributions import Dirichlet

"""The class Categorical."""

from torch.distributions import Categorical

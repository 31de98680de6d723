"""The class Gamma."""

from torch.distributions import Gamma

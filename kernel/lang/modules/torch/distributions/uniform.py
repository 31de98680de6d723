"""The class Uniform."""

from torch.distributions import Uniform

"""The class Normal."""

from torch.distributions import Normal

"""The class MultivariateNormal."""

from torch.distributions import MultivariateNormal

"""The class Beta."""

from torch.distributions import Beta

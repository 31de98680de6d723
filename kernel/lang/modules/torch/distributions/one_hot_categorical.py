"""The class OneHotCategorical."""

from torch.distributions import OneHotCategorical

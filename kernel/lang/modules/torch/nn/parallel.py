"""One process computes."""

from torch.nn import DataParallel

"""The names of torch.utils.data."""

from torch.utils.data import DataLoader, default_collate

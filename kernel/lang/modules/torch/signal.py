"""Windows for signals."""

from torch.signal import windows

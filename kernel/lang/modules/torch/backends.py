"""What computes: settings that programs make, remembered."""

from torch.backends import cuda, cudnn, mkldnn, mps

"""Names for annotations."""

import torch
from builtins import bool as _bool, float as _float, int as _int

Number = (_int, _float, _bool)
Device, Storage = torch.device, object

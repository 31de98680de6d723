"""Optimisers. Steps have the numbers of PyTorch's single-tensor implementations."""

from torch.optim.optimizer import Optimizer
from torch.optim.sgd import SGD
from torch.optim.adam import Adam, Adamax, AdamW, NAdam, RAdam
from torch.optim.adaptive import ASGD, Adadelta, Adagrad, RMSprop, Rprop
from torch.optim.factored import Adafactor, Muon, SparseAdam
from torch.optim.lbfgs import LBFGS
from torch.optim import lr_scheduler, swa_utils

import torch, torch.nn as nn
torch.set_default_device("meta")
print(torch.ones(2), torch.tensor([1.]).device, torch.get_default_device(), torch.rand(3, device="cpu").device, torch.zeros_like(torch.ones(1, device="cpu")).device)
with torch.device("cpu"):
    print(torch.arange(3), nn.Linear(2,2).weight.device, torch.randn(2, device=None).device)
    with torch.device("meta"): print(torch.eye(2).device)
    print(torch.full((1,), 2.))
torch.set_default_device(None)
print(torch.ones(1), torch.get_default_device())
try:
    with torch.device("meta"): 1/0
except ZeroDivisionError: print(torch.ones(1).device)

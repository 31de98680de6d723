import torch
import torch.nn as nn
from nnsight import LanguageModel


class Steer(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.vector = nn.Parameter(torch.cos(torch.arange(width, dtype=torch.float32)))
        self.gate = nn.Sigmoid()

    def forward(self, x):
        return x + self.gate(x.mean(-1, keepdim=True)) * self.vector


model = LanguageModel("tiny-llama", device_map="cpu", dispatch=True)
model.model.layers[2].steer = Steer(32)
with model.edit() as (tracer, edited):
    block = edited.model.layers[2]
    block.output = block.steer(block.output, hook=True)
with torch.no_grad():
    with model.trace("Tom gave"):
        plain = model.lm_head.output[0, -1].save()
    with edited.trace("Tom gave"):
        gate = edited.model.layers[2].steer.gate.output.save()
        out = edited.lm_head.output[0, -1].save()
print([f"{v:.4f}" for v in gate.flatten().tolist()], f"{(out - plain).norm():.4f}")

import torch
import torch.nn as nn
from nnsight import LanguageModel


class LoRA(nn.Module):
    def __init__(self, width, rank):
        super().__init__()
        self.a = nn.Parameter(torch.sin(torch.arange(width * rank) * 0.7).view(width, rank) * 0.1)
        self.b = nn.Parameter(torch.zeros(rank, width))

    def forward(self, x):
        return x @ self.a @ self.b


model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
lora = LoRA(32, 2)
opt = torch.optim.AdamW(lora.parameters(), lr=0.05)
data = [("apple pear", 100), ("red green", 200), ("One two", 300)]
for epoch in range(4):
    total = 0.0
    for text, target in data:
        opt.zero_grad()
        with model.trace(text):
            h = model.transformer.h[2].mlp
            x = h.input
            h.output = h.output + lora(x)
            logits = model.lm_head.output[0, -1].save()
        loss = torch.nn.functional.cross_entropy(logits[None], torch.tensor([target]))
        loss.backward()
        opt.step()
        total += loss.item()
    print(epoch, f"{total / 3:.4f}")
print(f"{lora.b.norm():.4f}")

import torch
import torch.nn as nn
from nnsight import LanguageModel

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
texts = ["red green blue yellow", "One two three four", "the book was lovely"]
with torch.no_grad():
    data = []
    for t in texts:
        with model.trace(t):
            h = model.transformer.h[1].output[0].save()
            y = model.lm_head.output[0].log_softmax(-1).save()
        data.append((h.clone(), y.clone()))
lens = nn.Linear(32, 32)
nn.init.eye_(lens.weight)
nn.init.zeros_(lens.bias)
opt = torch.optim.Adam(lens.parameters(), lr=0.02)
for epoch in range(6):
    total = 0.0
    for h, y in data:
        guess = model.lm_head(model.transformer.ln_f(lens(h))).log_softmax(-1)
        loss = (y.exp() * (y - guess)).sum(-1).mean()
        opt.zero_grad()
        loss.backward()
        opt.step()
        total += loss.item()
    print(epoch, f"{total / 3:.4f}")

import torch
from nnsight import LanguageModel

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True, attn_implementation="eager")
torch.manual_seed(0)
half = torch.randint(1, 400, (1, 6))
ids = torch.cat([half, half], 1)
with torch.no_grad(), model.trace(ids):
    patterns = [b.attn.output[1] for b in model.transformer.h].save()
for i, p in enumerate(patterns):
    print(i, " ".join(f"{p[0, h].diagonal(-5).mean():.4f}" for h in range(4)))

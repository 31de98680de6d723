from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
with torch.no_grad(), model.trace("Tom found Lucy found"):
    qkv = model.transformer.h[1].attn.c_attn.output
    q, k, v = qkv.split(32, dim=-1)
    q = q.view(1, -1, 4, 8).transpose(1, 2)
    k = k.view(1, -1, 4, 8).transpose(1, 2)
    scores = (q @ k.transpose(-1, -2)) / 8 ** 0.5
    n = scores.shape[-1]
    mask = torch.triu(torch.ones(n, n), diagonal=1).bool()
    pattern = scores.masked_fill(mask, float("-inf")).softmax(-1).save()
print(pattern.shape, [f"{v:.4f}" for v in pattern[0, :, -1, 0].tolist()])

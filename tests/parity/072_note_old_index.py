# What older versions wrote for the last token picks a feature now: the same numbers as nnsight, and a note.
from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
with torch.no_grad(), model.trace("One two"):
    old = model.transformer.h[1].output[0][:, -1].save()
    now = model.transformer.h[1].output[:, -1].save()
    attention = model.transformer.h[2].attn.output[0][:, -1].save()
print(old.shape, now.shape, attention.shape)

# T4: a name that is used later is there without .save().
from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
with torch.no_grad(), model.trace("red green blue"):
    h = model.transformer.h[1].output
    top = model.lm_head.output[0, -1].argmax()
    names = {"h": h[0, -1].norm()}
print(tuple(h.shape), int(top), f"{names['h']:.4f}")

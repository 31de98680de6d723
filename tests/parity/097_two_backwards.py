import torch
from nnsight import LanguageModel

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
with model.trace("apple pear plum"):
    h = model.transformer.h[1].output
    logits = model.lm_head.output[0, -1]
    with logits[3].backward(retain_graph=True):
        a = h.grad.save()
    with logits[4].backward():
        b = h.grad.save()
print(f"{a.norm():.4f} {b.norm():.4f} {(a - b).norm():.4f}")

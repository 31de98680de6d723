import torch
from nnsight import LanguageModel

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
with model.trace("red green blue"):
    h = model.transformer.h[0].output
    last = h[:, -1]
    model.transformer.h[0].output[:, -1] = last * 1.0
    loss = model.lm_head.output[0, -1].logsumexp(-1)
    with loss.backward():
        g = last.grad.save()
print(tuple(g.shape), f"{g.norm():.5f}")

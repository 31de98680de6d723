from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
with model.trace("Tom found a ticket"):
    early = model.transformer.h[0].output
    late = model.transformer.h[2].output
    loss = model.lm_head.output[0, -1].sum()
    with loss.backward():
        late.grad[:, 0] = 0
        g = early.grad.save()
with model.trace("Tom found a ticket"):
    early = model.transformer.h[0].output
    loss = model.lm_head.output[0, -1].sum()
    with loss.backward():
        plain = early.grad.save()
print(f"{g.norm():.4f} {plain.norm():.4f}")

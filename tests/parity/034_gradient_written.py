from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
norms = []
for scale in (1.0, 0.0, 3.0):
    with model.trace("Tom found a ticket"):
        early = model.transformer.h[0].output
        late = model.transformer.h[2].output
        loss = model.lm_head.output[0, -1].sum()
        with loss.backward():
            late.grad = late.grad * scale
            g = early.grad.save()
    norms.append(g.norm().item())
print([f"{n:.4f}" for n in norms], f"{norms[2] / norms[0]:.4f}")

from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
prompt = "Sara bought a ticket"
with torch.no_grad(), model.trace(prompt):
    e = model.transformer.wte.output.save()
total = torch.zeros_like(e)
steps = 4
for k in range(1, steps + 1):
    with model.trace(prompt):
        x = (e * (k / steps)).requires_grad_(True)
        model.transformer.wte.output = x
        loss = model.lm_head.output[0, -1, 17]
        with loss.backward():
            g = x.grad.save()
    total += g
ig = (e * total / steps).sum(-1)[0]
print([f"{v:.4f}" for v in ig.tolist()])

from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
with model.trace("The opposite of tall is short"):
    loss = model.output.logits[0, -1].log_softmax(-1)[5]
    loss.backward()
    value = loss.item().save()
print(f"{value:.4f}")
for name in ("transformer.wte", "transformer.h.0.attn.c_attn", "transformer.h.3.mlp.c_proj", "transformer.ln_f"):
    w = model.get(name).weight
    print(name, type(w).__name__, tuple(w.grad.shape), f"{w.grad.norm():.4f}")

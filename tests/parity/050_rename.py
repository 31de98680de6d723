from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True, rename={"transformer.h": "layers", "mlp": "feedforward", "lm_head": "unembed"})
with torch.no_grad(), model.trace("old young"):
    a = model.layers[1].feedforward.output.save()
    b = model.layers[2].output.save()
    c = model.unembed.output.save()
print(f"{a.norm():.4f} {b.norm():.4f} {c.norm():.4f}")

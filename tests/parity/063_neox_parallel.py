from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-neox", device_map="cpu", dispatch=True)
layer = model.gpt_neox.layers[1]
with torch.no_grad(), model.trace("Thursday Friday"):
    x = layer.input.save()
    a = layer.attention.output[0].save()
    m = layer.mlp.output.save()
    y = model.gpt_neox.layers[2].input.save()
print(torch.allclose(x + a + m, y, atol=1e-4), f"{x.norm():.4f} {a.norm():.4f} {m.norm():.4f}")

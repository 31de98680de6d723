from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-neox", device_map="cpu", dispatch=True)
with torch.no_grad(), model.trace("lovely wonderful"):
    good = model.gpt_neox.layers[3].input[0, -1].save()
with torch.no_grad(), model.trace("hated dull"):
    bad = model.gpt_neox.layers[3].input[0, -1].save()
vector = good - bad
print(f"{vector.norm():.4f}")
for strength in (0.0, 2.0, -2.0):
    with model.generate("I liked this", max_new_tokens=5) as tracer:
        for step in tracer.iter[0:5]:
            model.gpt_neox.layers[3].input[:, -1] += strength * vector
        out = tracer.result.save()
    print(strength, out[0, -5:].tolist())

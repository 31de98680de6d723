from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
prompt = "The bridge stands in the city of"
with torch.no_grad():
    with model.trace(prompt):
        base = model.lm_head.output[0, -1].save()
    with model.trace(prompt):
        shape = model.transformer.h[1].output.shape
        model.transformer.h[1].output = torch.ones(shape)
        ones = model.lm_head.output[0, -1].save()
    with model.trace(prompt):
        model.transformer.h[1].output = model.transformer.h[1].output * 2 + 1
        doubled = model.lm_head.output[0, -1].save()
    with model.trace(prompt):
        model.transformer.h[1].mlp.output = torch.zeros_like(model.transformer.h[1].mlp.output)
        after = model.transformer.h[1].mlp.output.abs().sum().save()
        without = model.lm_head.output[0, -1].save()
for name, v in (("ones", ones), ("doubled", doubled), ("without", without)):
    print(f"{name} {int(v.argmax())} {v.max():.4f} {(v - base).norm():.4f}")
print(float(after))

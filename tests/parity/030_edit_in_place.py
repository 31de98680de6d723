from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
prompt = "the book was"

def norm():
    with torch.no_grad(), model.trace(prompt):
        out = model.lm_head.output[0, -1].norm().save()
    return f"{out:.4f}"

print(norm())
with model.edit(inplace=True):
    model.transformer.h[1].output[:, -1] *= 2
print(norm())
with model.edit(inplace=True):
    model.transformer.h[2].mlp.output[:] = 0
print(norm())
model.clear_edits()
print(norm())

from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-llama", device_map="cpu", dispatch=True)
prompt = "I liked this book"
with torch.no_grad():
    with model.trace(prompt):
        base = model.lm_head.output[0, -1].save()
    with model.trace(prompt):
        model.model.layers[2].mlp.input = model.model.layers[2].mlp.input * 0
        a = model.lm_head.output[0, -1].save()
    with model.trace(prompt):
        model.model.layers[2].mlp.input[:, -1] = 0
        b = model.lm_head.output[0, -1].save()
    with model.trace(prompt):
        model.lm_head.input[:, -1, :16] = 0
        c = model.lm_head.output[0, -1].save()
    with model.trace(prompt):
        (x,), kw = model.model.layers[3].mlp.inputs
        model.model.layers[3].mlp.inputs = ((x + 0.1,), kw)
        d = model.lm_head.output[0, -1].save()
for v in (a, b, c, d):
    print(int(v.argmax()), f"{(v - base).norm():.4f} {v.max():.4f}")

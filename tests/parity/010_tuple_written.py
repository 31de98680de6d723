from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-llama", device_map="cpu", dispatch=True)
attn = model.model.layers[1].self_attn
prompt = "young old fast slow"
with torch.no_grad():
    with model.trace(prompt):
        base = model.lm_head.output[0, -1].save()
    with model.trace(prompt):
        attn.output = (attn.output[0] * 0, attn.output[1])
        a = model.lm_head.output[0, -1].save()
    with model.trace(prompt):
        attn.output[0][:] = 0
        b = model.lm_head.output[0, -1].save()
    with model.trace(prompt):
        attn.output[0][:, -1] += attn.output[0][:, 0]
        c = model.lm_head.output[0, -1].save()
    with model.trace(prompt):
        out = list(attn.output)
        out[0] = out[0].flip(1)
        attn.output = tuple(out)
        d = model.lm_head.output[0, -1].save()
print(torch.equal(a, b))
for v in (a, c, d):
    print(f"{(v - base).norm():.4f} {int(v.argmax())}")

from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-llama", device_map="cpu", dispatch=True)
with model.edit() as (tracer, edited):
    edited.model.layers[2].output[:, -1] = 0.5

def continuation(m):
    with m.generate("a b c", max_new_tokens=4) as tracer:
        out = tracer.result.save()
    return out[0].tolist()

with torch.no_grad():
    with edited.trace("a b c"):
        a = edited.lm_head.output[0, -1].save()
    with model.trace("a b c"):
        b = model.lm_head.output[0, -1].save()
print(f"{a.norm():.4f} {b.norm():.4f}", int(a.argmax()), int(b.argmax()))
print(continuation(model))

from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-llama", device_map="cpu", dispatch=True)
with torch.no_grad(), model.trace() as tracer:
    with tracer.invoke("red green"):
        a = model.model.layers[1].output[0, -1].save()
        la = model.lm_head.output[:, -1].save()
    with tracer.invoke("apple pear plum grape lemon"):
        b = model.model.layers[1].output[0, -1].save()
        lb = model.lm_head.output[:, -1].save()
    with tracer.invoke(["One", "two"]):
        c = model.model.layers[1].output[:, -1].save()
        lc = model.lm_head.output[:, -1].save()
for v in (a, b, c, la, lb, lc):
    print(tuple(v.shape), f"{v.norm():.4f}")

import torch
from nnsight import LanguageModel

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
with model.trace("red green blue"):
    last = model.transformer.h[3].output[:, -1]
    loss = model.lm_head(model.transformer.ln_f(last))[0, 7]
    with loss.backward():
        g = last.grad.save()
print(tuple(g.shape), f"{g.norm():.5f}")
with model.trace() as tracer:
    with tracer.invoke("red green"):
        a = model.transformer.h[1].output
        la = model.lm_head.output[0, -1, 9]
        with la.backward(retain_graph=True):
            ga = a.grad.save()
    with tracer.invoke("One two"):
        b = model.transformer.h[1].output
        lb = model.lm_head.output[0, -1, 9]
        with lb.backward():
            gb = b.grad.save()
print(f"{ga.norm():.5f} {gb.norm():.5f}")

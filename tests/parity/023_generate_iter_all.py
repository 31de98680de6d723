from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
with model.generate("Tom gave the", max_new_tokens=4) as tracer:
    tokens, norms = list().save(), list().save()
    for step in tracer.iter[0:4]:
        norms.append(model.transformer.h[1].output.norm())
        tokens.append(model.lm_head.output[0, -1].argmax(dim=-1))
    out = tracer.result.save()
print([int(t) for t in tokens] == out[0, -4:].tolist(), len(norms), [f"{n:.4f}" for n in norms])
with model.generate("Tom gave the", max_new_tokens=4) as tracer:
    shapes = list().save()
    for step in tracer.iter[0:3]:
        shapes.append(tuple(model.transformer.h[0].output.shape))
print(shapes)

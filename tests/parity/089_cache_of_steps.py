from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
with model.generate("red green", max_new_tokens=3) as tracer:
    cache = tracer.cache(modules=[model.transformer.h[2]])
outs = cache["model.transformer.h.2"].output
print(type(outs).__name__, [tuple(o.shape) for o in outs] if isinstance(outs, list) else tuple(outs.shape))

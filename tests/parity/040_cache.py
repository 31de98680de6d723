from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-llama", device_map="cpu", dispatch=True)
with torch.no_grad(), model.trace("plum grape lemon") as tracer:
    cache = tracer.cache(modules=[layer.mlp for layer in model.model.layers], include_inputs=True)
    logits = model.lm_head.output.save()
print(sorted(cache.keys()))
entry = cache["model.model.layers.2.mlp"]
print(tuple(entry.output.shape), f"{entry.output.norm():.4f}", type(entry.inputs).__name__, f"{entry.input.norm():.4f}")
print("model.model.layers.2" in cache)

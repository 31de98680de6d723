from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
with torch.no_grad(), model.trace("red green") as tracer:
    cache = tracer.cache(modules=["model.transformer.h.0", "model.transformer.h.3.mlp"], dtype=torch.float64)
print(sorted(cache.keys()), cache["model.transformer.h.0"].output.dtype, f"{cache['model.transformer.h.3.mlp'].output.norm():.4f}")
with torch.no_grad(), model.trace("red green") as tracer:
    cache = tracer.cache(modules=[model.transformer.h[1]], include_output=False, include_inputs=True)
entry = cache["model.transformer.h.1"]
print(entry.output, f"{entry.input.norm():.4f}")
with torch.no_grad(), model.trace("red green") as tracer:
    cache = tracer.cache(modules=[model.transformer.h[2].mlp])
    model.transformer.h[1].output[:] = 0
print(f"{cache.transformer.h[2].mlp.output.norm():.4f}")

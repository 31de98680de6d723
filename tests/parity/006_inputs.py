from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
with torch.no_grad(), model.trace("apple pear plum"):
    ids = model.transformer.wte.input.save()
    x = model.transformer.h[1].input.save()
    args = model.transformer.h[1].ln_1.inputs.save()
    m = model.transformer.h[1].mlp.inputs
    first, keywords = m[0][0].save(), dict(m[1]).save()
    out = model.transformer.h[1].output.save()
    into = model.transformer.h[2].input.save()
print(ids.tolist(), x.shape, type(args).__name__, len(args), len(args[0]), args[1])
print(f"{first.norm():.4f}", keywords, torch.equal(args[0][0], x), torch.equal(out, into))

from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-neox", device_map="cpu", dispatch=True)
with torch.no_grad(), model.trace("One two three four"):
    attention = model.gpt_neox.layers[0].attention.output
    n, kinds = len(attention), [type(a).__name__ for a in attention]
    z = attention[0].save()
    h = model.gpt_neox.layers[0].output
    block = (h[0] if isinstance(h, tuple) else h).save()
    whole = type(h).__name__
    both = (n, kinds, whole).save()
print(both[0], both[1][0], both[2], z.shape, f"{z.norm():.4f} {block.norm():.4f}")

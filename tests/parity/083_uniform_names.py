# Names that every family has: layers, attn, mlp; q, k, v, scores, pattern, z inside of attention.
from nnsight import LanguageModel
import torch

for name in ("tiny-gpt2", "tiny-llama", "tiny-neox"):
    model = LanguageModel(name, device_map="cpu", dispatch=True)
    with torch.no_grad(), model.trace("One two three"):
        attn = model.layers[1].attn
        shapes = [tuple(v.shape) for v in (attn.q, attn.k, attn.v, attn.scores, attn.pattern, attn.z)].save()
        attn.pattern[:] = 0
        nothing = attn.z.abs().max().save()
        out = model.lm_head.output[0, -1].norm().save()
    print(name, shapes, float(nothing), f"{out:.3f}")

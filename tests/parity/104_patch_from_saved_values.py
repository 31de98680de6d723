import torch
from nnsight import LanguageModel

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
with torch.no_grad():
    with model.trace("red green blue yellow"):
        k = model.transformer.h[1].attn.c_attn.output[..., 32:64].save()
    with model.trace("apple pear plum grape"):
        n = model.transformer.h[1].attn.c_attn.output.shape[1]
        n.save()
    print(k.shape, n)
    m = min(k.shape[1], n)
    with model.trace("apple pear plum grape"):
        model.transformer.h[1].attn.c_attn.output[:, -m:, 32:64] = k[:, -m:]
        out = model.lm_head.output[0, -1].save()
    print(f"{out.norm():.4f}", int(out.argmax()))

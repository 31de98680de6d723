from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
with torch.no_grad(), model.trace("A layer reads the stream"):
    h = model.transformer.h[1].output
    a = model.transformer.ln_f(h).save()
    b = model.transformer.h[3].mlp(model.transformer.h[3].ln_2(h)).save()
    c = model.transformer.h[2].attn.c_proj(h).save()
    d = model.lm_head(a).save()
print(f"{a.norm():.4f} {b.norm():.4f} {c.norm():.4f} {d.norm():.4f}", tuple(d.shape))
with torch.no_grad():
    x = torch.sin(torch.arange(64.0)).view(1, 2, 32)
    print(f"{model.transformer.ln_f(x).norm():.4f} {model.lm_head(x).norm():.4f} {model.transformer.h[0].mlp(x).norm():.4f}")
    print(f"{model.transformer.wte(torch.tensor([3, 5])).norm():.4f}")

import torch
from nnsight import LanguageModel

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
ids = torch.tensor([model.tokenizer("One two three")["input_ids"]])
with torch.no_grad():
    h = model.transformer.wte(ids)
    x = model.transformer.h[0].ln_1(h)
    m = model.transformer.h[0].mlp(x)
    print(tuple(h.shape), f"{x.norm():.4f} {m.norm():.4f}")
    print(f"{model.lm_head(model.transformer.ln_f(h)).norm():.4f}")

from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
with torch.no_grad(), model.trace("Tom gave the book to"):
    embedded = model.transformer.wte.output.save()
    position = model.transformer.wpe.output.save()
    hidden = model.transformer.h[2].output.save()
    mlp = model.transformer.h[3].mlp.output.save()
    final = model.transformer.ln_f.output.save()
    logits = model.lm_head.output.save()
for name, v in dict(embedded=embedded, position=position, hidden=hidden, mlp=mlp, final=final, logits=logits).items():
    print(name, tuple(v.shape), v.dtype, f"{v.norm():.4f} {v.mean():.5f} {v.std():.4f}")
print(torch.equal(final @ model.lm_head.weight.T, logits), logits[0].argmax(-1).tolist())

from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
W, target = model.lm_head.weight, 40
with torch.no_grad(), model.trace("The temple stands in the city of"):
    parts = [model.transformer.drop.output[0, -1]]
    for block in model.transformer.h:
        parts.append(block.attn.output[0][0, -1])
        parts.append(block.mlp.output[0, -1])
    x = model.transformer.ln_f.input[0, -1]
    scale = x.var(unbiased=False).add(1e-5).sqrt()
    parts = torch.stack(parts).save()
    scale = scale.save()
    logit = model.lm_head.output[0, -1, target].save()
centred = parts - parts.mean(-1, keepdim=True)
direct = (centred / scale * model.transformer.ln_f.weight) @ W[target]
bias = model.transformer.ln_f.bias @ W[target]
print([f"{v:.4f}" for v in direct.tolist()], f"{bias:.4f}", torch.allclose(direct.sum() + bias, logit, atol=1e-3))

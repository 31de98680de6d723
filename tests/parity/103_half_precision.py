import torch
from nnsight import LanguageModel

model = LanguageModel("tiny-llama", device_map="cpu", dispatch=True, torch_dtype=torch.bfloat16)
with torch.no_grad(), model.trace("One two three"):
    h = model.model.layers[1].output.save()
    logits = model.lm_head.output.save()
print(h.dtype, logits.dtype, tuple(logits.shape), round(h.float().norm().item()))

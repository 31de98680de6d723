import torch
import torch.nn.functional as F
from nnsight import LanguageModel

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
with torch.no_grad():
    with model.trace("I liked this book, the story was"):
        full = model.lm_head.output[0, -1].log_softmax(-1).save()
    for i in range(4):
        with model.trace("I liked this book, the story was"):
            model.transformer.h[i].attn.output[0][:] = 0
            part = model.lm_head.output[0, -1].log_softmax(-1)
            kl = F.kl_div(part, full, log_target=True, reduction="sum").save()
            rank = (part > part[full.argmax()]).sum().save()
        print(i, f"{kl:.4f}", int(rank))

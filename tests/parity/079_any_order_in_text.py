# Between modules the order in the text does not matter (T2); nnsight raises OutOfOrderError.
from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
with torch.no_grad(), model.trace("red green blue"):
    logits = model.lm_head.output[0, -1].save()
    early = model.transformer.h[0].output[0, -1].save()
    model.transformer.h[2].mlp.output[:] = 0
    words = model.transformer.wte.output.save()
with torch.no_grad(), model.trace("red green blue"):
    words2 = model.transformer.wte.output.save()
    early2 = model.transformer.h[0].output[0, -1].save()
    model.transformer.h[2].mlp.output[:] = 0
    logits2 = model.lm_head.output[0, -1].save()
print(torch.equal(logits, logits2), torch.equal(early, early2), torch.equal(words, words2))

# A saved tensor that is written in place later: the same numbers as nnsight, and a note (071_note_overwritten.err).
from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
with torch.no_grad(), model.trace("One two"):
    before = model.transformer.h[0].output.save()
    model.transformer.h[0].output[:, 0] = 0
    kept = model.transformer.h[1].output.clone().save()
    model.transformer.h[1].output[:, 0] = 0
print(float(before[0, 0].norm()), f"{kept[0, 0].norm():.4f}")

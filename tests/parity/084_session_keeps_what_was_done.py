# A trace that fails does not lose what the session had before; nnsight loses it.
from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
try:
    with torch.no_grad(), model.session():
        with model.trace("One two"):
            first = model.lm_head.output[0, -1].argmax().save()
        with model.trace("One two"):
            model.transformer.h[0].output[0, 77].save()
except IndexError:
    print("the second trace failed")
print(int(first))

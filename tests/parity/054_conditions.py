from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
with torch.no_grad():
    for text in ("red", "One two three four", "print(i)", "Norway"):
        with model.trace(text):
            h = model.transformer.h[0].output
            if h[0, -1].mean() > 0:
                kind = "up".save()
                model.transformer.h[1].mlp.output[:] = 0
            else:
                kind = "down".save()
            top = int(model.lm_head.output[0, -1].argmax()).save()
        print(repr(text), kind, top)

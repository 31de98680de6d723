from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
for what in ("index", "shape", "key", "raise", "zero"):
    try:
        with torch.no_grad(), model.trace("One two"):
            h = model.transformer.h[0].output
            if what == "index":
                h[0, 50]
            elif what == "shape":
                h + torch.ones(7)
            elif what == "key":
                {}["missing"]
            elif what == "raise":
                raise ValueError("mine")
            else:
                1 / 0
    except Exception as error:
        print(what, type(error).__name__)
with torch.no_grad(), model.trace("One two"):
    fine = model.lm_head.output[0, -1].argmax().save()
print(int(fine))

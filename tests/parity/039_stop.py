from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-llama", device_map="cpu", dispatch=True)
with torch.no_grad(), model.trace("One two three") as tracer:
    h = model.model.layers[1].output.save()
    seen = "before".save()
    tracer.stop()
    late = model.lm_head.output.save()
print(h.shape, f"{h.norm():.4f}", seen)
try:
    print(late)
except NameError as error:
    print("NameError", error)

from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-llama", device_map="cpu", dispatch=True)
with torch.no_grad(), model.trace("the story was lovely and dull"):
    h = model.model.layers[0].output
    norms = [float(v) for v in h[0].norm(dim=-1)]
    biggest, count = 0, 0
    while count < len(norms):
        if norms[count] > norms[biggest]:
            biggest = count
        count += 1
    model.model.layers[1].output[:, biggest] = 0
    moved = model.lm_head.output[0, -1].norm().save()
    where = biggest.save()
print(where, f"{moved:.4f}")

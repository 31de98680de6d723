from nnsight import LanguageModel
import torch

# patchscope: the state of a late layer of one prompt goes into an early layer of another
model = LanguageModel("tiny-llama", device_map="cpu", dispatch=True)
source, target = "The temple stands in the city of Athens", "cat -> cat; 12 -> 12; x"
with torch.no_grad():
    with model.trace(source):
        h = model.model.layers[3].output[0, -1].save()
    with model.trace(target):
        base = model.lm_head.output[0, -1].save()
    for layer in range(4):
        with model.trace(target):
            model.model.layers[layer].output[0, -1] = h
            out = model.lm_head.output[0, -1].save()
        print(layer, int(out.argmax()), f"{out.max():.4f} {(out - base).norm():.4f}")

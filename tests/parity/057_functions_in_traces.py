from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)

def scaled(block, factor):
    block.output[:] = block.output * factor
    return block.output.norm()

class Recorder:
    def __init__(self):
        self.seen = []

    def add(self, value):
        self.seen.append(value)
        return value

recorder = Recorder()
with torch.no_grad(), model.trace("grape plum"):
    norms = [scaled(b, 0.5) for b in model.transformer.h].save()
    top = recorder.add(model.lm_head.output[0, -1].argmax()).save()
print([f"{n:.4f}" for n in norms], int(top))

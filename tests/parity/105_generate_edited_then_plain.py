import torch
from nnsight import LanguageModel

model = LanguageModel("tiny-llama", device_map="cpu", dispatch=True)

def tokens(**kw):
    with model.generate("red green", max_new_tokens=4, **kw) as tracer:
        out = tracer.result.save()
    return out[0, -4:].tolist()

plain = tokens()
with model.edit(inplace=True):
    model.model.layers[3].mlp.output[:] = 0
edited = tokens()
model.clear_edits()
print(plain, edited, tokens() == plain)

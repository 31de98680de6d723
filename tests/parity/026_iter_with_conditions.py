from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
ids = {}
for when in (0, 2, 99):
    with model.generate("One two three", max_new_tokens=5) as tracer:
        for step in tracer.iter[0:5]:
            h = model.transformer.h[2].output
            if step == when:
                h[:, -1] = 0
        out = tracer.result.save()
    ids[when] = out[0, -5:].tolist()
print(ids)
print(ids[0][:1] != ids[99][:1] or ids[0] != ids[99], ids[2][:2] == ids[99][:2])

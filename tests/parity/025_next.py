from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-llama", device_map="cpu", dispatch=True)
with model.generate("London", max_new_tokens=4) as tracer:
    got = list().save()
    for step in tracer.iter[0:4]:
        if step % 2 == 0:
            model.model.layers[1].output[:, -1] *= 1.5
        got.append(int(model.lm_head.output[0, -1].argmax()))
    out = tracer.result.save()
print(got, out[0].tolist())

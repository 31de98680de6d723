from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
with model.generate(max_new_tokens=3) as tracer:
    with tracer.invoke("One two three"):
        a = list().save()
        for step in tracer.iter[:]:
            a.append(int(model.lm_head.output[0, -1].argmax()))
    with tracer.invoke("red green blue yellow red green"):
        b = list().save()
        for step in tracer.iter[:]:
            model.transformer.h[0].output[:, -1] *= 2
            b.append(int(model.lm_head.output[0, -1].argmax()))
    with tracer.invoke():
        out = tracer.result.save()
print(a, b, out[:, -3:].tolist())

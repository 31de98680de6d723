from nnsight import LanguageModel

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
with model.generate("red green", max_new_tokens=4) as tracer:
    got = list().save()
    with tracer.iter[1:3] as step:
        got.append(int(model.lm_head.output[0, -1].argmax()))
print(got)
with model.generate("red green", max_new_tokens=3) as tracer:
    got = list().save()
    with tracer.iter[:]:
        got.append(tuple(model.transformer.h[0].output.shape))
print(got)

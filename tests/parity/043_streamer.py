from nnsight import LanguageModel

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
with model.generate("One two", max_new_tokens=4) as tracer:
    got = list().save()
    for step in tracer.iter[0:4]:
        got.append(model.generator.streamer.output.tolist())
print(got)

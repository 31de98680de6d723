# What was never computed says so when it is looked at.
from nnsight import LanguageModel

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
with model.trace("One two") as tracer:
    h = model.transformer.h[1].output.save()
    tracer.stop()
print(h.shape)
with model.generate("One two", max_new_tokens=2) as tracer:
    with tracer.iter[0:2]:
        model.lm_head.output.sum().save()
print("steps", "done")

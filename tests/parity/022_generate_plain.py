from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-llama", device_map="cpu", dispatch=True)
with model.generate("The lamp before the", max_new_tokens=6) as tracer:
    out = tracer.result.save()
print(out.tolist(), out.dtype)
with model.generate("The lamp before the", max_new_tokens=3):
    out = model.generator.output.save()
print(out.shape, repr(model.tokenizer.decode(out[0])))
with model.generate(["One two", "red green blue yellow red"], max_new_tokens=4) as tracer:
    out = tracer.result.save()
print(out.shape, out[:, -4:].tolist())

# nnsight drops what follows an open loop; here it runs at the end of the generation.
from nnsight import LanguageModel

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
with model.generate("Tom gave the", max_new_tokens=4) as tracer:
    tokens = list().save()
    for step in tracer.iter[:]:
        tokens.append(int(model.lm_head.output[0, -1].argmax()))
    out = tracer.result.save()
    after = "ran".save()
print(tokens == out[0, -4:].tolist(), after, out.shape)

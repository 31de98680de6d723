from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-llama", device_map="cpu", dispatch=True)
for kw in (dict(max_new_tokens=2), dict(max_new_tokens=5, min_new_tokens=5), dict(max_length=8), dict(max_new_tokens=4, eos_token_id=36)):
    with model.generate("the lamp", **kw) as tracer:
        out = tracer.result.save()
    print(kw, out.tolist())

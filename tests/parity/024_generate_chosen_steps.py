# `tracer.iter[a:b:s]` steps by s; nnsight leaves s out.
from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
prompt = "Sara and Paul"
with model.generate(prompt, max_new_tokens=6) as tracer:
    got = list().save()
    for step in tracer.iter[[0, 2, 5]]:
        got.append((step, model.lm_head.output[0, -1].max().item()))
print([(s, f"{v:.4f}") for s, v in got])
with model.generate(prompt, max_new_tokens=6) as tracer:
    for step in tracer.iter[3]:
        only = model.lm_head.output.shape
        only.save()
print(tuple(only))
with model.generate(prompt, max_new_tokens=6) as tracer:
    got = list().save()
    for step in tracer.iter[1:6:2]:
        got.append(step)
        _ = model.lm_head.output
print(got)

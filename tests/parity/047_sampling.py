from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
prompt = "The capital of"
for kw in (dict(temperature=0.7), dict(top_k=5), dict(top_p=0.6), dict(temperature=1.5, top_k=20, top_p=0.9), dict(min_p=0.1), dict(typical_p=0.5)):
    torch.manual_seed(3)
    with model.generate(prompt, max_new_tokens=6, do_sample=True, **kw) as tracer:
        out = tracer.result.save()
    print(kw, out[0, -6:].tolist())

# .t and .token count real tokens: left padding is not seen.
from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
with torch.no_grad(), model.trace(["One", "red green blue yellow"]):
    h = model.transformer.h[2].output
    first = h.t[0].save()
    last = h.token[-1].save()
with torch.no_grad(), model.trace(["One", "red green blue yellow"]):
    model.transformer.h[1].output.t[0] = 0
    swept = model.transformer.h[1].output.norm(dim=-1).save()
print((swept == 0).tolist())
for i, text in enumerate(["One", "red green blue yellow"]):
    with torch.no_grad(), model.trace(text):
        h = model.transformer.h[2].output[0].save()
    print(torch.allclose(first[i], h[0], atol=1e-4), torch.allclose(last[i], h[-1], atol=1e-4))

from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-llama", device_map="cpu", dispatch=True)
torch.manual_seed(0)
with model.generate("yellow red", max_new_tokens=4, do_sample=True, num_return_sequences=3) as tracer:
    out = tracer.result.save()
print(out.shape, out.tolist())

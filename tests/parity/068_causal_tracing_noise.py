from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-llama", device_map="cpu", dispatch=True)
prompt = "The bridge stands in the city of"
torch.manual_seed(1)
noise = torch.randn(1, 3, 32) * 0.5
with torch.no_grad():
    with model.trace(prompt):
        clean = [l.output for l in model.model.layers].save()
        top = model.lm_head.output[0, -1].argmax().save()
        good = model.lm_head.output[0, -1].max().save()
    with model.trace(prompt):
        model.model.embed_tokens.output[:, 1:4] += noise
        bad = model.lm_head.output[0, -1, top].save()
    for i in range(4):
        with model.trace(prompt):
            model.model.embed_tokens.output[:, 1:4] += noise
            model.model.layers[i].output[:, -1] = clean[i][:, -1]
            back = model.lm_head.output[0, -1, top].save()
        print(i, f"{back:.4f}")
print(int(top), f"{good:.4f} {bad:.4f}")

import torch
from nnsight import LanguageModel

model = LanguageModel("tiny-llama", device_map="cpu", dispatch=True)
clean, corrupt = "The capital of Greece is", "The capital of Norway is"
a, b = model.tokenizer(clean)["input_ids"], model.tokenizer(corrupt)["input_ids"]
n = min(len(a), len(b))
with torch.no_grad():
    with model.trace(clean):
        hidden = [l.output for l in model.model.layers].save()
        want = model.lm_head.output[0, -1].save()
    with model.trace(corrupt):
        base = model.lm_head.output[0, -1].save()
    grid = torch.zeros(4, n)
    for layer in range(4):
        for back in range(1, n + 1):
            with model.trace(corrupt):
                model.model.layers[layer].output[:, -back] = hidden[layer][:, -back]
                grid[layer, n - back] = (model.lm_head.output[0, -1] - want).norm()
print(len(a), len(b), f"{(base - want).norm():.4f}")
for row in grid.tolist():
    print(" ".join(f"{v:.4f}" for v in row))

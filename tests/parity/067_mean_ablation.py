from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
texts = ["I liked this book", "I hated this book", "the story was dull"]
with torch.no_grad():
    total = torch.zeros(4, 32)
    for t in texts:
        with model.trace(t):
            for i in range(4):
                total[i] += model.transformer.h[i].mlp.output[0].mean(0)
    mean = total / len(texts)
    with model.trace("the end was wonderful"):
        base = model.lm_head.output[0, -1].save()
    for i in range(4):
        with model.trace("the end was wonderful"):
            model.transformer.h[i].mlp.output[:] = mean[i]
            out = model.lm_head.output[0, -1].save()
        print(i, f"{mean[i].norm():.4f} {(out - base).norm():.4f} {int(out.argmax())}")

from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
with torch.no_grad(), model.session():
    vectors = []
    for text in ("lovely", "wonderful", "dull"):
        with model.trace(text):
            vectors.append(model.transformer.h[2].output[0, -1])
    mean = torch.stack(vectors).mean(0)
    with model.trace("the end was"):
        model.transformer.h[2].output[:, -1] = mean
        top = model.lm_head.output[0, -1].topk(3).indices.save()
    size = mean.norm().save()
print(top.tolist(), f"{size:.4f}")

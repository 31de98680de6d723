from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
prompts = ["Tom found a stone", "the end was dull", "A layer reads the stream, and"]
model.tokenizer.pad_token = model.tokenizer.eos_token
print([len(model.tokenizer(p)["input_ids"]) for p in prompts])
with torch.no_grad():
    with model.trace(prompts):
        h = model.transformer.h[3].output[:, -1].save()
        logits = model.lm_head.output[:, -1].save()
        shape = model.lm_head.output.shape
        shape.save()
    for i, p in enumerate(prompts):
        with model.trace(p):
            alone = model.lm_head.output[0, -1].save()
        print(i, f"{h[i].norm():.4f}", int(logits[i].argmax()), torch.allclose(alone, logits[i], atol=1e-3))
print(tuple(shape))

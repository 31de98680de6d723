from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
clean, corrupt = "Tom and Lucy went to", "Sara and Paul went to"
a, b = (model.tokenizer(t)["input_ids"] for t in (clean, corrupt))
print(len(a), len(b))
target = 30
with torch.no_grad(), model.trace(clean):
    acts = [block.output for block in model.transformer.h].save()
with model.trace(corrupt):
    hidden = [block.output for block in model.transformer.h]
    kept = [h for h in hidden].save()
    metric = model.lm_head.output[0, -1, target]
    grads = list().save()
    with metric.backward():
        for h in reversed(hidden):
            grads.append(h.grad)
grads = grads[::-1]
n = min(len(a), len(b))
for i in range(4):
    score = ((acts[i][0, -n:] - kept[i][0, -n:]) * grads[i][0, -n:]).sum(-1)
    print(i, " ".join(f"{v:.4f}" for v in score.tolist()))

from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
with torch.no_grad(), model.trace("One two"):
    h = model.transformer.h[1].output
    print("shape", h.shape, "mean", round(h.mean().item(), 4))
    print(f"norm {h.norm():.4f}")
    logits = model.lm_head.output
    print("top", logits[0, -1].argmax(), logits[0, -1, :2] > 0)
print("done")

from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
with torch.no_grad(), model.trace("the story was lovely"):
    out = model.output
    a = out.logits.save()
    b = out["logits"].save()
    c = out[0].save()
    names = list(out.keys()).save()
    kind = type(out).__name__.save()
print(torch.equal(a, b), torch.equal(a, c), names[0], kind, a.shape, f"{a.std():.4f}")
with torch.no_grad(), model.trace("the story was lovely"):
    hidden = model.transformer.output.last_hidden_state.save()
print(f"{hidden.norm():.4f}", hidden.shape)

from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
ids = torch.tensor([model.tokenizer("The capital of Greece is Athens.")["input_ids"]])
with torch.no_grad(), model.trace(ids, labels=ids):
    loss = model.output.loss.save()
    logits = model.output.logits.save()
want = torch.nn.functional.cross_entropy(logits[0, :-1], ids[0, 1:])
print(f"{loss:.5f} {want:.5f}", torch.allclose(loss, want))

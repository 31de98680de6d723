import torch
from nnsight import LanguageModel

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
ids = torch.tensor([model.tokenizer("The capital of Norway is Oslo.")["input_ids"]])
opt = torch.optim.SGD(model.transformer.h[3].parameters(), lr=0.05)
for step in range(4):
    opt.zero_grad()
    with model.trace(ids):
        logits = model.lm_head.output.save()
    loss = torch.nn.functional.cross_entropy(logits[0, :-1], ids[0, 1:])
    loss.backward()
    opt.step()
    print(step, f"{loss.item():.4f}")
print(f"{model.transformer.h[3].mlp.c_proj.bias.norm():.4f}")

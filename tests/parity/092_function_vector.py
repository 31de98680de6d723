import torch
from nnsight import LanguageModel

model = LanguageModel("tiny-neox", device_map="cpu", dispatch=True)
pairs = [("tall", "short"), ("fast", "slow"), ("old", "young")]
prompts = ["\n".join(f"{a} -> {b}" for a, b in pairs[:k]) + f"\n{pairs[k][0]} ->" for k in range(3)]
with torch.no_grad():
    states = []
    for p in prompts:
        with model.trace(p):
            states.append(model.gpt_neox.layers[1].attention.output[0][0, -1].save())
    vector = torch.stack(states).mean(0)
    with model.trace("young ->"):
        base = model.lm_head.output[0, -1].save()
    with model.trace("young ->"):
        model.gpt_neox.layers[1].attention.output[0][:, -1] += vector
        out = model.lm_head.output[0, -1].save()
print(f"{vector.norm():.4f} {(out - base).norm():.4f}", int(base.argmax()), int(out.argmax()))

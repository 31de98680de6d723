from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-neox", device_map="cpu", dispatch=True)
with torch.no_grad(), model.trace("The capital of England is"):
    lens = []
    for layer in model.gpt_neox.layers:
        h = layer.output
        h = h[0] if isinstance(h, tuple) else h
        lens.append(model.lm_head(model.gpt_neox.final_layer_norm(h)).softmax(-1))
    lens = torch.stack(lens).save()
print(lens.shape)
top = lens[:, 0, -1].max(-1)
for i in range(4):
    print(i, f"{top.values[i]:.5f}", repr(model.tokenizer.decode(top.indices[i])))
entropy = -(lens * lens.log()).sum(-1)
print([[f"{v:.3f}" for v in row] for row in entropy[:, 0].tolist()])

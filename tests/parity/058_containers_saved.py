from nnsight import LanguageModel
import torch
import nnsight

model = LanguageModel("tiny-llama", device_map="cpu", dispatch=True)
with torch.no_grad(), model.trace("One two"):
    by_name = {}
    for i, layer in enumerate(model.model.layers):
        by_name[f"layer {i}"] = (layer.output[0, -1, :2], i)
    nnsight.save(by_name)
    nested = {"logits": [model.lm_head.output[0, -1, :3]], "n": 3}
    nested.save()
for k, (v, i) in by_name.items():
    print(k, i, [f"{x:.4f}" for x in v.tolist()])
print(nested["n"], [f"{x:.4f}" for x in nested["logits"][0].tolist()])

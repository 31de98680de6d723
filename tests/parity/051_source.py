from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-llama", device_map="cpu", dispatch=True, attn_implementation="eager")
attn = model.model.layers[2].self_attn
with torch.no_grad(), model.trace("Lucy gave the stone"):
    z, pattern = attn.source.attention_interface_1.output
    z, pattern = z.save(), pattern.save()
print(z.shape, pattern.shape, f"{z.norm():.4f}", [f"{v:.4f}" for v in pattern[0, 1, -1].tolist()])

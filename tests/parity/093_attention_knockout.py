import torch
from nnsight import LanguageModel

model = LanguageModel("tiny-llama", device_map="cpu", dispatch=True, attn_implementation="eager")
prompt = "Tom gave the book to Lucy"
with torch.no_grad():
    with model.trace(prompt):
        base = model.lm_head.output[0, -1].save()
    for layer in range(4):
        attn = model.model.layers[layer].self_attn
        with model.trace(prompt):
            z = attn.source.attention_interface_1.output[0]
            z[:, -1] = z[:, 0]
            out = model.lm_head.output[0, -1].save()
        print(layer, f"{(out - base).norm():.4f} {int(out.argmax())}")

from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True, attn_implementation="eager")
attn = model.transformer.h[0].attn
prompt = "Sara went to the station"
with torch.no_grad():
    with model.trace(prompt):
        base = model.lm_head.output[0, -1].save()
    for head in range(4):
        with model.trace(prompt):
            attn.source.attention_interface_1.output[0][:, :, head] = 0
            out = model.lm_head.output[0, -1].save()
        print(head, f"{(out - base).norm():.4f} {int(out.argmax())}")

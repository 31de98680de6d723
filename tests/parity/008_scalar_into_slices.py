from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-neox", device_map="cpu", dispatch=True)
prompt = "Monday Tuesday Wednesday"
with torch.no_grad():
    with model.trace(prompt):
        base = model.lm_head.output[0, -1].save()
    for name in ("attention.dense", "mlp", "mlp.dense_h_to_4h", "mlp.act", "input_layernorm"):
        with model.trace(prompt):
            model.get(f"gpt_neox.layers.1.{name}").output[:] = 0
            v = model.lm_head.output[0, -1].save()
        print(f"{name}: {(v - base).norm():.4f} {int(v.argmax())}")

from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-gpt2", device_map="cpu", dispatch=True)
mlp = model.transformer.h[1].mlp
with torch.no_grad(), model.trace("grape lemon"):
    up = mlp.source.self_c_fc_0.output.save()
    act = mlp.source.self_act_0.output.save()
    down = mlp.source.self_c_proj_0.output.save()
print(f"{up.norm():.4f} {act.norm():.4f} {down.norm():.4f}", up.shape)

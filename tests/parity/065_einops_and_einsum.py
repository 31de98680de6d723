from nnsight import LanguageModel
import torch
from einops import rearrange

model = LanguageModel("tiny-llama", device_map="cpu", dispatch=True)
with torch.no_grad(), model.trace("Athens London Oslo"):
    z = model.model.layers[1].self_attn.o_proj.input
    heads = rearrange(z, "b t (h d) -> b h t d", h=4)
    w = rearrange(model.model.layers[1].self_attn.o_proj.weight, "m (h d) -> h d m", h=4)
    each = torch.einsum("bhtd,hdm->bhtm", heads, w).save()
    whole = model.model.layers[1].self_attn.output[0].save()
print(torch.allclose(each.sum(1), whole, atol=1e-4), [f"{v:.4f}" for v in each[0, :, -1].norm(dim=-1).tolist()])

from nnsight import LanguageModel
import torch

model = LanguageModel("tiny-llama", device_map="cpu", dispatch=True)
with torch.no_grad(), model.trace("The capital of Norway is Oslo."):
    h = model.model.layers[1].output
    last = h[:, -1].save()
    row = h[0].save()
    some = h[0, 1:4, ::8].save()
    picked = h[:, [0, 2, -1], 3].save()
    rounded = h[..., None, :5].save()
    mask = (h[0].norm(dim=-1) > 6).save()
    chosen = h[0][mask].save()
print(last.shape, row.shape, some.shape, picked.shape, rounded.shape, mask.dtype, chosen.shape)
print([f"{v:.4f}" for v in some.flatten().tolist()])
print([f"{v:.4f}" for v in picked.flatten().tolist()], mask.tolist())
print(torch.equal(row[-1], last[0]), torch.equal(rounded[0, :, 0], row[:, :5]))

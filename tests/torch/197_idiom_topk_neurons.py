import torch

torch.manual_seed(0)
acts = torch.relu(torch.randn(3, 4, 12))
flat = acts.flatten(0, 1)
v, i = flat.mean(0).topk(3)
print(v, i, [f"n{j}:{x:.3f}" for x, j in zip(v.tolist(), i.tolist())])
print((acts > 0).float().mean((0, 1)), flat.argmax(0), flat.max(0).values)
b, t, n = torch.unravel_index(acts.argmax(), acts.shape)
print(b.item(), t.item(), n.item(), acts[b, t, n] == acts.max())
for j in i:
    row, tok = divmod(flat[:, j].argmax().item(), 4)
    print(f"neuron {j.item():2d} peaks at prompt {row} token {tok} ({flat[:, j].max():.2f})")
print(acts.topk(2, dim=1).indices.shape, acts.sort(dim=-1, descending=True).values[0, 0, :3])

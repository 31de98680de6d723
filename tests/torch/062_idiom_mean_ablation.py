import torch

torch.manual_seed(0)
acts = torch.randn(4, 3, 5)
mean = acts.mean(dim=(0, 1))
ablated = acts.clone()
ablated[:, :, 2] = mean[2]
print(mean.shape, ablated.std(dim=(0, 1)).tolist()[2], (acts - ablated).abs().sum(dim=(0, 1)).nonzero().flatten())
for h in range(5):
    z = acts.clone()
    z[..., h] = 0
    print(h, f"{(acts - z).norm().item():.3f}", end=" ")
print()
idx = torch.randperm(4)
resample = acts[idx]
print(idx, torch.equal(resample[0], acts[idx[0]]), (resample.mean((1, 2)) - acts.mean((1, 2))).sum().abs() < 1e-5)
print(torch.where(torch.arange(5) < 2, acts[0, 0], torch.zeros(5)), acts.roll(1, 0)[0].equal(acts[-1]))

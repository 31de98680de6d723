import math

import torch

p = 13
k = torch.arange(p)
basis = [torch.ones(p) / math.sqrt(p)]
names = ["const"]
for f in range(1, p // 2 + 1):
    basis += [torch.cos(2 * math.pi * f * k / p), torch.sin(2 * math.pi * f * k / p)]
    names += [f"cos {f}", f"sin {f}"]
B = torch.stack([b / b.norm() for b in basis])
print(B.shape, torch.allclose(B @ B.T, torch.eye(p), atol=1e-5))
freq = 3
grid = torch.cos(2 * math.pi * freq * (k[:, None] + k[None]) / p)
coefficients = torch.einsum("ia,jb,ab->ij", B, B, grid)
big = (coefficients.abs() > 1e-3).nonzero()
for i, j in big.tolist():
    print(f"{names[i]} x {names[j]}: {coefficients[i, j]:+.4f}")
energy = coefficients.pow(2)
print(f"{energy.sum():.3f} {grid.pow(2).sum():.3f}")
spectrum = torch.fft.rfft(grid[0])
print(spectrum.abs().argmax().item(), spectrum.real.round(decimals=3))
labels = (k[:, None] + k[None]) % p
print(labels[:3], labels.unique().equal(k), (labels == labels.T).all())
logits = torch.stack([torch.cos(2 * math.pi * freq * (labels - c) / p) for c in range(p)], -1)
print(logits.shape, (logits.argmax(-1) == labels).float().mean())
print(torch.fft.fftfreq(6), torch.fft.irfft(torch.fft.rfft(torch.arange(4.0))))

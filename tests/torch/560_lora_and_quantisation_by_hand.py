import torch
import torch.nn as nn

torch.manual_seed(0)


class LoRA(nn.Module):
    def __init__(self, base, r=2, alpha=4):
        super().__init__()
        self.base = base.requires_grad_(False)
        self.A = nn.Parameter(torch.randn(r, base.in_features) * 0.02)
        self.B = nn.Parameter(torch.zeros(base.out_features, r))
        self.scale = alpha / r

    def forward(self, x):
        return self.base(x) + self.scale * (x @ self.A.T @ self.B.T)

    def merge(self):
        merged = nn.Linear(self.base.in_features, self.base.out_features)
        with torch.no_grad():
            merged.weight.copy_(self.base.weight + self.scale * self.B @ self.A)
            merged.bias.copy_(self.base.bias)
        return merged


base = nn.Linear(6, 6)
lora = LoRA(base)
x = torch.randn(32, 6)
shift = torch.outer(torch.randn(6), torch.randn(6))
target = base(x).detach() + x @ shift.T
opt = torch.optim.Adam([p for p in lora.parameters() if p.requires_grad], lr=0.05)
for step in range(101):
    loss = nn.functional.mse_loss(lora(x), target)
    opt.zero_grad()
    loss.backward()
    opt.step()
    if step % 50 == 0:
        print(step, f"{loss.item():.4f}")
print([(n, p.requires_grad) for n, p in lora.named_parameters()], torch.allclose(lora.merge()(x), lora(x), atol=1e-5))
w = base.weight.detach()
for bits in (8, 4, 2):
    levels = 2 ** (bits - 1) - 1
    scale = w.abs().amax(1, keepdim=True) / levels
    q = (w / scale).round().clamp(-levels - 1, levels).to(torch.int8)
    error = (q.float() * scale - w).abs()
    print(bits, q.min().item(), q.max().item(), f"{error.max():.4f} {error.mean():.4f}", q.unique().numel())
print(torch.fake_quantize_per_tensor_affine(torch.tensor([0.1, 0.55, 9.0]), 0.1, 0, 0, 15))
packed = (torch.tensor([1, 2, 3, 4], dtype=torch.uint8).view(2, 2) * torch.tensor([1, 16], dtype=torch.uint8)).sum(1).to(torch.uint8)
print(packed, packed & 15, packed >> 4)

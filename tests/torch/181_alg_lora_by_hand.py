import torch
from torch import nn

class LoRA(nn.Module):
    def __init__(self, base, r=2, alpha=4):
        super().__init__()
        self.base = base
        for p in base.parameters():
            p.requires_grad_(False)
        self.A = nn.Parameter(torch.randn(r, base.in_features) * 0.1)
        self.B = nn.Parameter(torch.zeros(base.out_features, r))
        self.scale = alpha / r

    def forward(self, x):
        return self.base(x) + self.scale * (x @ self.A.T @ self.B.T)

    def merged(self):
        return self.base.weight + self.scale * self.B @ self.A

torch.manual_seed(0)
lora = LoRA(nn.Linear(4, 3))
x, y = torch.randn(16, 4), torch.randn(16, 3)
print(torch.equal(lora(x), lora.base(x)), [n for n, p in lora.named_parameters() if p.requires_grad], sum(p.numel() for p in lora.parameters() if p.requires_grad))
opt = torch.optim.AdamW([p for p in lora.parameters() if p.requires_grad], lr=0.05)
for i in range(40):
    loss = (lora(x) - y).pow(2).mean()
    opt.zero_grad(); loss.backward(); opt.step()
    if i % 10 == 0:
        print(i, f"{loss.item():.4f}")
print(torch.allclose(lora(x), x @ lora.merged().T + lora.base.bias, atol=1e-5), torch.linalg.matrix_rank(lora.merged() - lora.base.weight), lora.base.weight.grad, lora)

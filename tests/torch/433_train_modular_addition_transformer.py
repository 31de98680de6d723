import torch
from torch import nn
import torch.nn.functional as F
from dataclasses import dataclass, field, asdict

torch.manual_seed(0)
P = 7


@dataclass
class Config:
    p: int = P
    d_model: int = 16
    n_heads: int = 2
    d_mlp: int = 32
    lr: float = 1e-2
    wd: float = 0.1
    steps: int = 40
    history: list = field(default_factory=list)


cfg = Config()
pairs = torch.cartesian_prod(torch.arange(P), torch.arange(P))
tokens = torch.cat([pairs, torch.full((P * P, 1), P)], dim=1)
answers = pairs.sum(1) % P
perm = torch.randperm(P * P)
train, test = perm[:35], perm[35:]


class Attention(nn.Module):
    def __init__(self, cfg):
        super().__init__()
        d, h = cfg.d_model, cfg.n_heads
        self.W_Q, self.W_K, self.W_V = (nn.Parameter(torch.randn(h, d, d // h) / d ** 0.5) for _ in range(3))
        self.W_O = nn.Parameter(torch.randn(h, d // h, d) / d ** 0.5)
        self.register_buffer("mask", torch.tril(torch.ones(3, 3, dtype=torch.bool)))

    def forward(self, x):
        q, k, v = (torch.einsum("btd,hde->bhte", x, w) for w in (self.W_Q, self.W_K, self.W_V))
        scores = torch.einsum("bhqe,bhke->bhqk", q, k) / q.shape[-1] ** 0.5
        self.pattern = scores.masked_fill(~self.mask, -1e9).softmax(-1)
        return torch.einsum("bhqk,bhke,hed->bqd", self.pattern, v, self.W_O)


class Model(nn.Module):
    def __init__(self, cfg):
        super().__init__()
        self.embed = nn.Embedding(cfg.p + 1, cfg.d_model)
        self.pos = nn.Parameter(torch.randn(3, cfg.d_model) / cfg.d_model ** 0.5)
        self.attn = Attention(cfg)
        self.mlp = nn.Sequential(nn.Linear(cfg.d_model, cfg.d_mlp), nn.ReLU(), nn.Linear(cfg.d_mlp, cfg.d_model))
        self.unembed = nn.Linear(cfg.d_model, cfg.p, bias=False)

    def forward(self, t):
        x = self.embed(t) + self.pos
        x = x + self.attn(x)
        x = x + self.mlp(x)
        return self.unembed(x[:, -1])


model = Model(cfg)
print(f"{sum(p.numel() for p in model.parameters()):,} parameters")
opt = torch.optim.AdamW(model.parameters(), lr=cfg.lr, weight_decay=cfg.wd, betas=(0.9, 0.98))
sched = torch.optim.lr_scheduler.LambdaLR(opt, lambda s: min((s + 1) / 10, 1))
for step in range(cfg.steps):
    logits = model(tokens[train])
    loss = F.cross_entropy(logits.double(), answers[train])
    loss.backward()
    opt.step()
    sched.step()
    opt.zero_grad()
    with torch.inference_mode():
        test_loss = F.cross_entropy(model(tokens[test]), answers[test])
    cfg.history.append((round(loss.item(), 4), round(test_loss.item(), 4)))
    if step % 10 == 9:
        acc = (logits.argmax(-1) == answers[train]).float().mean()
        print(f"step {step:3d} train {loss.item():.4f} acc {acc:.3f} test {test_loss.item():.4f} lr {sched.get_last_lr()[0]:.4f}")
print(len(cfg.history), cfg.history[0], {k: v for k, v in asdict(cfg).items() if k != "history"})
print(model.attn.pattern[0].shape, model.attn.pattern[0, :, -1].sum(-1))
with torch.no_grad():
    E = model.embed.weight[:P]
    spectrum = torch.fft.rfft(E - E.mean(0), dim=0).abs().pow(2).sum(1)
    print((spectrum / spectrum.sum()).round(decimals=3))
    full = model(tokens)
    margin = full.gather(1, answers[:, None]).squeeze(1) - full.scatter(1, answers[:, None], float("-inf")).amax(1)
    print(f"{margin.mean().item():.3f} {(margin > 0).float().mean().item():.3f}")

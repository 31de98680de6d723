import torch
from torch import nn
from dataclasses import dataclass, field
from collections import defaultdict
import logging, json, io, time, math
from tqdm import tqdm

torch.manual_seed(0)
stream = io.StringIO()
log = logging.getLogger("train")
log.setLevel(logging.INFO)
handler = logging.StreamHandler(stream)
handler.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))
log.addHandler(handler)
log.propagate = False


@dataclass
class EarlyStopping:
    patience: int = 3
    min_delta: float = 1e-3
    best: float = math.inf
    bad: int = 0
    state: dict = field(default=None, repr=False)

    def step(self, value, model):
        if value < self.best - self.min_delta:
            self.best, self.bad = value, 0
            self.state = {k: v.clone() for k, v in model.state_dict().items()}
        else:
            self.bad += 1
        return self.bad >= self.patience


class Meter:
    def __init__(self):
        self.values = defaultdict(list)

    def update(self, **kw):
        for k, v in kw.items():
            self.values[k].append(v.item() if torch.is_tensor(v) else v)

    def __getitem__(self, k):
        return sum(self.values[k]) / len(self.values[k])

    def __str__(self):
        return " ".join(f"{k}={self[k]:.4f}" for k in sorted(self.values))


x = torch.linspace(-2, 2, 60)[:, None]
y = x ** 3 - x + 0.3 * torch.randn_like(x)
perm = torch.randperm(60)
tr, va = perm[:40], perm[40:]
net = nn.Sequential(nn.Linear(1, 32), nn.Tanh(), nn.Linear(32, 1))
opt = torch.optim.Adam(net.parameters(), lr=0.05)
plateau = torch.optim.lr_scheduler.ReduceLROnPlateau(opt, factor=0.5, patience=1)
stop, history = EarlyStopping(patience=4), []
start = time.perf_counter()
for epoch in tqdm(range(60), desc="fit", leave=False):
    meter = Meter()
    for batch in tr[torch.randperm(len(tr))].split(20):
        loss = nn.functional.smooth_l1_loss(net(x[batch]), y[batch])
        opt.zero_grad()
        loss.backward()
        opt.step()
        meter.update(loss=loss, norm=net[0].weight.grad.norm())
    with torch.no_grad():
        val = nn.functional.mse_loss(net(x[va]), y[va]).item()
    plateau.step(val)
    history.append({"epoch": epoch, "loss": round(meter["loss"], 2), "val": round(val, 2), "lr": opt.param_groups[0]["lr"]})
    if epoch < 3:
        log.info("epoch %d %s val=%.3f", epoch, meter, val)
    if stop.step(val, net):
        log.warning("stopped early: best %.2f", stop.best)
        break
print(stream.getvalue().split("\n")[0])
print(history[0], len(history) <= 60, history[-1]["lr"] <= 0.05, stop.bad <= stop.patience)
net.load_state_dict(stop.state)
with torch.no_grad():
    again = nn.functional.mse_loss(net(x[va]), y[va]).item()
print(abs(again - stop.best) < 1e-4, repr(stop).startswith("EarlyStopping(patience=4, min_delta=0.001, best="), time.perf_counter() > start)
print(json.dumps(history[:2]), type(json.loads(json.dumps(history))).__name__)
print(f"{'epoch':>5} | {'loss':^8} | {'val':<8}")
for row in history[:3]:
    print(f"{row['epoch']:>5} | {row['loss']:^8.2f} | {row['val']:<8.2f}")
best = min(history, key=lambda r: r["val"])
print(best["epoch"] <= len(history), max(r["lr"] for r in history), sorted({r["lr"] for r in history}, reverse=True)[:2])

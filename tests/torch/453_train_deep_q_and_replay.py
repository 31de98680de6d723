import torch
from torch import nn
import torch.nn.functional as F
import random
from collections import deque, namedtuple

random.seed(0)
torch.manual_seed(0)
Transition = namedtuple("Transition", ("s", "a", "r", "s2", "done"))


class Grid:
    moves = [(-1, 0), (1, 0), (0, -1), (0, 1)]

    def __init__(self, n=4):
        self.n = n

    def reset(self):
        self.pos, self.t = (0, 0), 0
        return self.obs()

    def obs(self):
        v = torch.zeros(self.n * self.n)
        v[self.pos[0] * self.n + self.pos[1]] = 1
        return v

    def step(self, a):
        dr, dc = self.moves[a]
        self.pos = (min(max(self.pos[0] + dr, 0), self.n - 1), min(max(self.pos[1] + dc, 0), self.n - 1))
        self.t += 1
        win = self.pos == (self.n - 1, self.n - 1)
        return self.obs(), (1.0 if win else -0.02), win or self.t >= 20


class Replay:
    def __init__(self, n):
        self.buf = deque(maxlen=n)

    def push(self, *args):
        self.buf.append(Transition(*args))

    def sample(self, n):
        batch = Transition(*zip(*random.sample(self.buf, n)))
        return torch.stack(batch.s), torch.tensor(batch.a), torch.tensor(batch.r), torch.stack(batch.s2), torch.tensor(batch.done)

    def __len__(self):
        return len(self.buf)


class Dueling(nn.Module):
    def __init__(self, n=16, h=24, actions=4):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(n, h), nn.ReLU())
        self.adv, self.val = nn.Linear(h, actions), nn.Linear(h, 1)

    def forward(self, x):
        h = self.body(x)
        a = self.adv(h)
        return self.val(h) + a - a.mean(-1, keepdim=True)


env, q, target, memory = Grid(), Dueling(), Dueling(), Replay(500)
target.load_state_dict(q.state_dict())
opt = torch.optim.AdamW(q.parameters(), lr=5e-3, amsgrad=True)
eps, totals = 1.0, []
for episode in range(30):
    s, total, done = env.reset(), 0.0, False
    while not done:
        if random.random() < eps:
            a = random.randrange(4)
        else:
            with torch.no_grad():
                a = q(s).argmax().item()
        s2, r, done = env.step(a)
        memory.push(s, a, r, s2, done)
        s, total = s2, total + r
        if len(memory) >= 32:
            S, A, R, S2, D = memory.sample(32)
            with torch.no_grad():
                best = q(S2).argmax(1, keepdim=True)
                y = R + 0.95 * target(S2).gather(1, best).squeeze(1) * (~D)
            loss = F.smooth_l1_loss(q(S).gather(1, A[:, None]).squeeze(1), y)
            opt.zero_grad()
            loss.backward()
            nn.utils.clip_grad_value_(q.parameters(), 1.0)
            opt.step()
            for t, o in zip(target.parameters(), q.parameters()):
                t.data.lerp_(o.data, 0.05)
    eps = max(0.05, eps * 0.9)
    totals.append(total)
    if episode == 1:
        print(f"episode {episode} total {total:.2f} memory {len(memory)} eps {eps:.3f} loss {loss.item():.4f}")
print(len(totals), max(totals) <= 1.0, memory.buf[0].s.shape, memory.buf[-1]._fields)
with torch.no_grad():
    table = q(torch.eye(16)).max(1).values.view(4, 4)
print(table.shape, S.shape, A.dtype, R.dtype, D.dtype, y.shape)

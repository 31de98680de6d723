import torch
from torch import nn
import torch.nn.functional as F
from torch.distributions import Categorical
from collections import deque, namedtuple

torch.manual_seed(3)
Step = namedtuple("Step", "state action logp value reward done")


class Corridor:
    def __init__(self, n=6):
        self.n = n

    def reset(self):
        self.at, self.t = 0, 0
        return self.obs()

    def obs(self):
        return F.one_hot(torch.tensor(self.at), self.n).float()

    def step(self, action):
        self.at = max(0, min(self.n - 1, self.at + (1 if action == 1 else -1)))
        self.t += 1
        done = self.at == self.n - 1 or self.t >= 12
        return self.obs(), (1.0 if self.at == self.n - 1 else -0.05), done


class ActorCritic(nn.Module):
    def __init__(self, n=6):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(n, 16), nn.Tanh())
        self.pi, self.v = nn.Linear(16, 2), nn.Linear(16, 1)
        nn.init.orthogonal_(self.pi.weight, gain=0.01)
        nn.init.zeros_(self.pi.bias)

    def forward(self, s):
        h = self.body(s)
        return Categorical(logits=self.pi(h)), self.v(h).squeeze(-1)


env, net = Corridor(), ActorCritic()
opt = torch.optim.Adam(net.parameters(), lr=0.02, eps=1e-5)
returns = deque(maxlen=10)


def rollout(episodes):
    out = []
    for _ in range(episodes):
        s, total, done = env.reset(), 0.0, False
        while not done:
            with torch.no_grad():
                dist, v = net(s)
            a = dist.sample()
            s2, r, done = env.step(a.item())
            out.append(Step(s, a, dist.log_prob(a), v, r, done))
            s, total = s2, total + r
        returns.append(total)
    return out


def gae(steps, gamma=0.99, lam=0.95):
    adv, last = [], 0.0
    for i in reversed(range(len(steps))):
        st = steps[i]
        nxt = 0.0 if st.done else steps[i + 1].value.item()
        delta = st.reward + gamma * nxt - st.value.item()
        last = delta + gamma * lam * (0.0 if st.done else last)
        adv.append(last)
    return torch.tensor(adv[::-1])


for it in range(5):
    steps = rollout(6)
    s = torch.stack([x.state for x in steps])
    a, old = torch.stack([x.action for x in steps]), torch.stack([x.logp for x in steps])
    adv = gae(steps)
    ret = adv + torch.stack([x.value for x in steps])
    adv = (adv - adv.mean()) / (adv.std() + 1e-8)
    for _ in range(4):
        dist, v = net(s)
        ratio = (dist.log_prob(a) - old).exp()
        pg = -torch.min(ratio * adv, ratio.clamp(0.8, 1.2) * adv).mean()
        loss = pg + 0.5 * F.mse_loss(v, ret) - 0.01 * dist.entropy().mean()
        opt.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 0.5)
        opt.step()
    print(f"iter {it} steps {len(steps):3d} return {sum(returns) / len(returns):.4f} loss {loss.item():.4f} clip {((ratio - 1).abs() > 0.2).float().mean().item():.3f}")
with torch.no_grad():
    dist, v = net(torch.eye(6))
print(dist.probs[:, 1].round(decimals=3), v.round(decimals=3), dist)
theta = nn.Parameter(torch.zeros(3))
o2 = torch.optim.SGD([theta], lr=0.5)
means, base = torch.tensor([0.2, 0.5, 0.8]), 0.0
for t in range(60):
    pi = Categorical(logits=theta)
    arm = pi.sample()
    reward = torch.bernoulli(means[arm])
    loss = -(reward - base) * pi.log_prob(arm)
    o2.zero_grad()
    loss.backward()
    o2.step()
    base = 0.9 * base + 0.1 * reward.item()
print(theta.detach().softmax(0).round(decimals=3), round(base, 4), theta.argmax().item())

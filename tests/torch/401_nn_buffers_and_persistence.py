import torch
from torch import nn


class RunningStats(nn.Module):
    def __init__(self, dim):
        super().__init__()
        self.register_buffer("mean", torch.zeros(dim))
        self.register_buffer("count", torch.tensor(0))
        self.register_buffer("scratch", torch.ones(dim), persistent=False)
        self.register_buffer("maybe", None)
        self.weight = nn.Parameter(torch.ones(dim))

    def forward(self, x):
        if self.training:
            self.count += x.shape[0]
            self.mean += (x.sum(0) - x.shape[0] * self.mean) / self.count
            self.scratch = x.std(0, unbiased=False)
        return (x - self.mean) * self.weight


torch.manual_seed(1)
m = RunningStats(3)
for _ in range(3):
    m(torch.randn(4, 3))
print(m.count, m.mean.round(decimals=3))
print(list(m.state_dict()))
print([n for n, _ in m.named_buffers()], [tuple(b.shape) for b in m.buffers()])
print(m._non_persistent_buffers_set, m._buffers["maybe"])
m.eval()
before = m.mean.clone()
m(torch.randn(4, 3))
print(torch.equal(before, m.mean), m.training)

m.maybe = torch.tensor([1.0, 2.0])
print(list(m.state_dict()), m.maybe)
m.mean = None
print(list(m.state_dict()), m.mean)
for value in (3, "text", nn.Linear(1, 1)):
    try:
        m.mean = value
        print("assigned", type(value).__name__)
    except Exception as e:
        print(type(e).__name__, e)
for name, t in (("weight", torch.ones(1)), ("a.b", torch.ones(1)), ("", torch.ones(1)), ("x", 3), (5, torch.ones(1))):
    try:
        m.register_buffer(name, t)
    except Exception as e:
        print(type(e).__name__, e)

h = RunningStats(2).double()
print(h.mean.dtype, h.count.dtype, h.scratch.dtype, h.weight.dtype)
h.half()
print(h.mean.dtype, h.count.dtype)
print({k: str(v.dtype) for k, v in h.to(torch.float32).state_dict().items()})
b = nn.Buffer(torch.ones(2), persistent=False)
box = nn.Module()
box.flag = b
box.kept = nn.Buffer(torch.zeros(1))
print([n for n, _ in box.named_buffers()], list(box.state_dict()), isinstance(b, torch.Tensor), type(b))
del box.flag
print([n for n, _ in box.named_buffers()], hasattr(box, "flag"))
source, target = RunningStats(2), RunningStats(2)
source(torch.tensor([[1.0, 2.0], [3.0, 4.0]]))
print(target.load_state_dict(source.state_dict()), target.mean, target.count, target.scratch)

import torch

results = []
attempts = [
    lambda: torch.ones(2, 3) @ torch.ones(2, 3),
    lambda: torch.zeros(3)[5],
    lambda: torch.tensor([1, 2]) + torch.ones(3),
    lambda: torch.ones(2).reshape(3),
    lambda: torch.tensor([1.0]).requires_grad_().numpy(),
    lambda: torch.arange(3).mean(),
    lambda: torch.ones(2, 2).item(),
    lambda: torch.cat([torch.ones(1, 2), torch.ones(1, 3)]),
    lambda: torch.nn.Linear(3, 2)(torch.ones(4)),
    lambda: torch.nn.functional.cross_entropy(torch.ones(2, 3), torch.tensor([0, 3])),
    lambda: torch.ones(3).backward(),
    lambda: torch.tensor([[1], [2, 3]]),
    lambda: torch.ones(3).to(torch.floot32),
    lambda: torch.ones(3).dot(torch.ones(4)),
    lambda: torch.linalg.inv(torch.zeros(2, 2)),
    lambda: torch.ones(2, 3).squeeze(0).unsqueeze(5),
    lambda: torch.full((2,), "a"),
    lambda: torch.ones(2)["a"],
    lambda: {**torch.ones(1)},
    lambda: torch.ones(2, 3).sum(dim="x"),
    lambda: torch.randn(2, dtype=torch.int64),
    lambda: torch.ones(2).long() / "2",
    lambda: torch.stack([]),
    lambda: torch.ones(2).expand(3),
]
for i, attempt in enumerate(attempts):
    try:
        attempt()
        results.append("fine")
    except Exception as e:
        results.append(type(e).__name__)
        print(i, type(e).__name__, str(e).split("\n")[0])
print({name: results.count(name) for name in sorted(set(results))})

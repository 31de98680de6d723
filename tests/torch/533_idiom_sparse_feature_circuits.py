import torch

torch.manual_seed(2)
d, f = 8, 32
decoder = torch.nn.functional.normalize(torch.randn(f, d), dim=1)
encoder = decoder.T.clone()
bias = torch.full((f,), -0.3)
x = torch.randn(16, d, requires_grad=True)
pre = x @ encoder + bias
codes = pre.relu()
codes.retain_grad()
reconstruction = codes @ decoder
metric = reconstruction[:, 0].sum()
metric.backward()
attribution = (codes * codes.grad).sum(0)
top = attribution.abs().topk(4)
print(top.indices.tolist(), [f"{attribution[i].item():+.3f}" for i in top.indices])
print("active", (codes > 0).float().sum(1).mean().item(), "dead", (codes.sum(0) == 0).sum().item())
error = (x - reconstruction).pow(2).sum(-1)
print(f"explained {1 - error.sum().item() / (x - x.mean(0)).pow(2).sum().item():.4f}")
k = 4
sparse = torch.zeros_like(codes).scatter(1, codes.topk(k, dim=1).indices, codes.topk(k, dim=1).values)
print((sparse > 0).sum(1).unique(), f"{(x - sparse @ decoder).pow(2).mean():.4f}")
similar = (decoder @ decoder.T).fill_diagonal_(-1)
i, j = divmod(similar.argmax().item(), f)
print(sorted((i, j)), f"{similar.max():.4f}")
coo = codes.detach().to_sparse()
print(coo.shape, coo._nnz() == int((codes > 0).sum()), coo.indices().shape, coo.sum().allclose(codes.sum()))
print(x.grad.shape, codes.grad.shape, pre.grad is None)

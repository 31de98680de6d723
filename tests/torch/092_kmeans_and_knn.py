import torch

torch.manual_seed(0)
X = torch.cat([torch.randn(20, 2) * 0.3 + c for c in torch.tensor([[0.0, 0.0], [4.0, 0.0], [0.0, 4.0]])])
C = X[[0, 20, 40]].clone()
for it in range(10):
    d = torch.cdist(X, C)
    assign = d.argmin(1)
    new = torch.stack([X[assign == k].mean(0) for k in range(3)])
    if torch.allclose(new, C, atol=1e-6):
        break
    C = new
print(it < 10, C, assign.bincount(), d.min(1).values.pow(2).sum())
knn = torch.cdist(X[:3], X).topk(4, largest=False)
print(knn.indices, knn.values[:, 0], assign[knn.indices].mode(1).values)
lab = torch.arange(3).repeat_interleave(20)
loo = torch.cdist(X, X)
loo.fill_diagonal_(float("inf"))
pred = lab[loo.topk(5, largest=False).indices].mode(1).values
print((pred == lab).float().mean(), loo.min(), (loo < 1).float().sum() / 2 > 0)
onehot = torch.nn.functional.one_hot(assign, 3).float()
print(onehot.sum(0), (onehot.T @ X) / onehot.sum(0)[:, None] - C < 1e-4)
sil_a = torch.stack([loo[i, (assign == assign[i]) & (torch.arange(60) != i)].mean() for i in range(0, 60, 20)])
print(sil_a, torch.linalg.norm(C[0] - C[1]), torch.pdist(C), C[:, None].sub(C[None]).norm(dim=-1).triu().sum())
kernel = torch.exp(-loo.pow(2))
print(kernel.diagonal().sum(), kernel.topk(1).indices[:3].flatten(), (kernel.sum(1) > 1).sum())
gram = X @ X.T
print(torch.linalg.matrix_rank(gram), torch.linalg.eigvalsh(gram)[-2:], torch.trace(gram), X.pow(2).sum())

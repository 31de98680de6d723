import torch
from torch import nn
import torch.nn.functional as F

torch.manual_seed(0)
edges = torch.tensor([[0, 1], [1, 2], [2, 0], [2, 3], [3, 4], [4, 5], [5, 3], [5, 6], [6, 7], [7, 5]])
n = 8
src, dst = torch.cat([edges, edges.flip(1)]).T
A = torch.zeros(n, n)
A[src, dst] = 1
print(A.sum(1), torch.equal(A, A.T))
deg = A.sum(1) + 1
norm = deg.rsqrt()
A_hat = norm[:, None] * (A + torch.eye(n)) * norm[None]
x = torch.eye(n)
y = torch.tensor([0, 0, 0, 1, 1, 1, 1, 1])
mask = torch.tensor([True, False, False, False, True, False, False, True])


class GCN(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.layers = nn.ModuleList(nn.Linear(a, b, bias=False) for a, b in zip(sizes, sizes[1:]))

    def forward(self, x, A):
        for i, layer in enumerate(self.layers):
            x = A @ layer(x)
            if i < len(self.layers) - 1:
                x = F.dropout(F.relu(x), 0.2, self.training)
        return x


class GAT(nn.Module):
    def __init__(self, d_in, d_out, heads=2):
        super().__init__()
        self.W = nn.Linear(d_in, heads * d_out, bias=False)
        self.a = nn.Parameter(torch.randn(2, heads, d_out) * 0.1)
        self.heads, self.d = heads, d_out

    def forward(self, x, A):
        h = self.W(x).view(-1, self.heads, self.d)
        s, t = (h * self.a[0]).sum(-1), (h * self.a[1]).sum(-1)
        e = F.leaky_relu(s[:, None] + t[None], 0.2)
        e = e.masked_fill((A + torch.eye(len(A)))[..., None] == 0, float("-inf"))
        alpha = e.softmax(dim=1)
        return torch.einsum("ijh,jhd->ihd", alpha, h).flatten(1), alpha


net = GCN([n, 6, 2])
opt = torch.optim.Adam(net.parameters(), lr=0.05, weight_decay=5e-4)
for epoch in range(30):
    net.train()
    loss = F.cross_entropy(net(x, A_hat)[mask], y[mask])
    opt.zero_grad()
    loss.backward()
    opt.step()
    if epoch % 10 == 9:
        net.eval()
        with torch.no_grad():
            acc = (net(x, A_hat).argmax(1) == y)[~mask].float().mean().item()
        print(f"{epoch} {loss.item():.4f} {acc:.2f}")
gat = GAT(n, 3)
h, alpha = gat(x, A)
print(h.shape, alpha.shape, torch.allclose(alpha.sum(1), torch.ones(n, 2)), (alpha[0, 4] == 0).all().item())
msg = x[src]
agg = torch.zeros(n, n).index_add_(0, dst, msg)
print(torch.equal(agg, A), torch.zeros(n).scatter_add_(0, dst, torch.ones(len(dst))))
mean = torch.zeros(n, n).scatter_reduce_(0, dst[:, None].expand(-1, n), msg, reduce="mean", include_self=False)
print(torch.allclose(mean, A / A.sum(1, keepdim=True)))
sp = torch.sparse_coo_tensor(torch.stack([dst, src]), torch.ones(len(src)), (n, n))
print(torch.allclose(torch.sparse.mm(sp, x), A), sp.coalesce()._nnz())
L = torch.diag(A.sum(1)) - A
vals, vecs = torch.linalg.eigh(L)
fiedler = vecs[:, 1]
print(vals.round(decimals=3), ((fiedler > 0) == (fiedler[0] > 0)).int().tolist())
rank = torch.full((n,), 1 / n)
P = A / A.sum(0, keepdim=True)
for _ in range(50):
    rank = 0.15 / n + 0.85 * P @ rank
print(rank.round(decimals=4), rank.sum().round(decimals=4))

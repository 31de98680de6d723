import torch

torch.manual_seed(0)
a, b, c = torch.randn(2, 3), torch.randn(3, 4), torch.randn(2, 4)
print(torch.einsum("ij,jk->ik", a, b).allclose(a @ b), torch.einsum("ij->ji", a).equal(a.T), torch.einsum("ij->", a), torch.einsum("ij->j", a), torch.einsum("ii->i", torch.eye(3)), torch.einsum("ij,jk,ik->", a, b, c), torch.einsum("i,j->ij", a[0], b[0]))
q, k = torch.randn(2, 5, 3, 4), torch.randn(2, 6, 3, 4)
print(torch.einsum("bqhd,bkhd->bhqk", q, k).shape, torch.einsum("...d,...d->...", q, q).shape, torch.einsum("b...->...", q).shape, torch.einsum("bqhd,hde->bqe", q, torch.randn(3, 4, 7)).shape, torch.einsum("bij,bjk->bik", torch.ones(2, 3, 4), torch.ones(2, 4, 5))[0, 0])
print(torch.einsum("ij,ij->i", a, a), torch.einsum(a, [0, 1], b, [1, 2], [0, 2]).shape, torch.einsum("ijk->kji", torch.zeros(1, 2, 3)).shape, torch.einsum("i,i", a[0], a[1]), torch.einsum("Bi,Bj->Bij", a, a).shape)
for eq, args in (("ij,jk->ik", (a, c)), ("ij->k", (a,)), ("ij,kl", (a,)), ("i", (a,)), ("ij->ii", (a,))):
    try:
        print(torch.einsum(eq, *args).shape)
    except RuntimeError as err:
        print(str(err).split("\n")[0][:110])

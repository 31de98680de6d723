import torch

a, b, c = torch.arange(6.0).view(2, 3), torch.arange(12.0).view(3, 4), torch.arange(3.0)
print(torch.einsum("ij,jk->ik", a, b), torch.einsum("ij->", a), torch.einsum("ij->i", a), torch.einsum("ij->ji", a), torch.einsum("i,i->", c, c), torch.einsum("i,j->ij", c, c), torch.einsum("ij,j->i", a, c), torch.einsum("ij,ij->ij", a, a), torch.einsum("ii->i", torch.eye(3)), torch.einsum("ij,kj->ik", a, a))
B = torch.arange(24.0).view(2, 3, 4)
print(torch.einsum("bij->bji", B).shape, torch.einsum("bij,bkj->bik", B, B)[0], torch.einsum("bij,jk->bik", B, b.T)[1, 0], torch.einsum("...j,j->...", B, torch.ones(4)), torch.einsum("b i j, b i j -> b", B, B), torch.einsum("bij,bij->bi", B, B)[0], torch.einsum("ijk->k", B), torch.einsum("a...->...a", B).shape, torch.einsum("ij,jk,kl->il", a, b, b.T).shape, torch.einsum("bhqd,bhkd->bhqk", torch.ones(1, 2, 3, 4), torch.ones(1, 2, 5, 4)).shape)
print(torch.einsum("ij,jk", a, b).shape, torch.einsum("ba", a).shape, torch.einsum(a, [0, 1], b, [1, 2], [0, 2]).shape, torch.einsum("i,ij,j", torch.ones(2), a, c), torch.einsum("ij,ij", a, a), torch.einsum([..., 0, 1] if False else "ij", a).shape)
for bad in ("ij,jk->iq", "ij,ij->k", "i,jk->", "ij->iij", "ij,jk"):
    try:
        torch.einsum(bad, a, a)
        print("fine")
    except Exception as err:
        print(type(err).__name__, str(err)[:80])

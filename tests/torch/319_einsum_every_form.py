# einsum: implicit outputs, repeated letters, ellipses, sublists, spaces, capitals, many operands; and its errors.
import torch

torch.manual_seed(0)
a, b, c = torch.arange(6.0).reshape(2, 3), torch.arange(12.0).reshape(3, 4), torch.arange(8.0).reshape(4, 2)
s, v, w = torch.arange(9.0).reshape(3, 3), torch.tensor([1.0, 2.0, 3.0]), torch.tensor([0.5, -1.0, 2.0])
batch = torch.arange(24.0).reshape(2, 3, 4)
forms = [("ij->ji", a), ("ij", a), ("ji", a), ("ii", s), ("ii->i", s), ("ij->", a), ("ij->i", a), ("i,i", v, w), ("i,j", v, w), ("i,i->i", v, w), ("i,j->ji", v, w), ("ij,j", a, v), ("ij,jk", a, b), ("ij,jk->ik", a, b), ("ij,jk->ki", a, b), ("ij,jk,ki", a, b, c), ("ij,jk,kl->il", a, b, c), ("bij,bij->b", batch, batch), ("bij->bji", batch), ("...ij->...ji", batch), ("...i,...i->...", batch, batch), ("b...->...", batch), ("...", batch), ("...->", a), ("b...,b...->b...", batch, batch), ("i...,i...->...", a, a), (" i j , j k -> i k ", a, b), ("Ij,jK->IK", a, b), ("aB,Bc", a, b), ("bhqd,bhkd->bhqk", torch.ones(1, 2, 3, 4), torch.ones(1, 2, 5, 4)), ("ij,ij->ij", a, a), ("ij,kl->ijkl", a[:1], b[:1]), ("i,i,i->", v, w, v), ("ii,i->i", s, v), ("iij->ij", torch.arange(8.0).reshape(2, 2, 2)), (",ij->ij", torch.tensor(2.0), a), (",", torch.tensor(2.0), torch.tensor(3.0)), ("ij,i->j", a, torch.tensor([1.0, 10.0]))]
for equation, *operands in forms:
    r = torch.einsum(equation, *operands)
    print(f"{equation!r:<20}", tuple(r.shape), r.flatten()[:6].tolist())
print(torch.einsum("ij,jk->ik", [a, b]).shape, torch.einsum("ij,jk->ik", (a, b)).equal(a @ b), torch.einsum(a, [0, 1], b, [1, 2], [0, 2]).equal(a @ b), torch.einsum(a, [0, 1]).shape, torch.einsum(a, [1, 0]).equal(a.T), torch.einsum(a, [..., 1], v, [1]).equal(a @ v), torch.einsum(batch, [..., 0, 1], [..., 1, 0]).shape)
print(torch.einsum("ij,jk->ik", a.long(), b.long()).dtype, torch.einsum("ij->ji", a.long()).dtype, torch.einsum("i,i->", v.bool(), w.bool()) if False else "", torch.einsum("ij,jk->ik", a.to(torch.complex64), b.to(torch.complex64)).dtype, torch.einsum("ik,kj->ij", a.double(), b.double())[0, 0])
print(torch.einsum("ij,kj->ik", torch.ones(2, 1), torch.ones(3, 5)), torch.einsum("bij,jk->bik", torch.ones(2, 1, 3), torch.ones(1, 2)).shape if False else "")
x = torch.randn(3, 3, requires_grad=True)
torch.einsum("ij,jk,ki->", x, x, x).backward()
print(torch.allclose(x.grad, 3 * (x @ x).T.detach(), atol=1e-5), torch.einsum("ii->i", x), torch.einsum("ij,jk->ik", x, x).grad_fn.name())
print(torch.bilinear(v[None], w[None], torch.ones(1, 3, 3), None) if hasattr(torch, "bilinear") else "", torch.tensordot(a, b, 1), torch.tensordot(a, a, dims=2), torch.tensordot(a, b, dims=0).shape, torch.tensordot(batch, batch, dims=([0, 1], [0, 1])), torch.tensordot(a, b, dims=([-1], [0])), torch.tensordot(a, b, ((1,), (0,))).shape, torch.inner(v, w), torch.inner(a, s), torch.outer(v, w), torch.kron(v[:2], w[:2]), torch.kron(torch.eye(2), a), torch.linalg.multi_dot([a, b, c]), torch.chain_matmul(a, b, c) if False else "")
for bad in [("ij,jk->il", a, b), ("ij,jk", a), ("ij", a, b), ("ijk", a), ("i", a), ("ij->k", a), ("ij->ii", a), ("ij,jk->ik", a, a), ("ii", a), ("i1", a), ("ij-ji", a), ("i.j", batch), ("......", a), ("ij->j->", a), ("", a), ("ij,ij", a, b), ("...j,j", a, torch.ones(2)), ("ij>ji", a), ("iJ,jk->ik", a, b), ("..i->i.", a), ("ij-> ", a)]:
    try:
        print(bad[0], torch.einsum(*bad))
    except Exception as err:
        print(bad[0], type(err).__name__, "|", str(err).splitlines()[0])
for attempt in [lambda: torch.einsum(), lambda: torch.einsum("ij"), lambda: torch.einsum(a), lambda: torch.einsum(a, [0, 60]), lambda: torch.einsum(a, b), lambda: torch.einsum("ij,jk", a, b.long()), lambda: torch.einsum("ij", [1.0]), lambda: torch.tensordot(a, b, 3), lambda: torch.tensordot(a, b, ([0], [0])), lambda: torch.tensordot(a, b, ([0, 1], [0])), lambda: torch.tensordot(a, b, -1), lambda: torch.kron(a, "x"), lambda: torch.outer(a, v), lambda: torch.inner(a, b)]:
    try:
        print(attempt())
    except Exception as err:
        print(type(err).__name__, "|", str(err).splitlines()[0])

# requires_grad, grad_fn and dtype in the printed text; set_printoptions in every way.
import torch

w = torch.tensor([1.0, -2.0], requires_grad=True)
print(w, w * 2, (w * 2).sum(), w.detach(), w.double(), w[0], w.view(2, 1), w.clone(), w.half())
print(torch.zeros(0, requires_grad=True), torch.zeros(2, 0, requires_grad=True), torch.tensor(1.5, requires_grad=True, dtype=torch.float64), torch.nn.Parameter(torch.ones(2)), torch.nn.Parameter(torch.tensor(3.0), requires_grad=False))
print(w.softmax(0), w.exp().log(), (w @ w), w.unsqueeze(0) @ w.unsqueeze(1), torch.stack([w, w]), torch.cat([w, w]), w.max(), w.mean(), w.norm(), w.abs(), w**2, -w, 1 / w, w > 0, w.relu(), w.sigmoid(), w.var())
print(torch.ones(100, requires_grad=True) * 1.25)
print((torch.arange(1002.0, requires_grad=True) * 2), torch.ones(3, 4, requires_grad=True).sum(0))
with torch.no_grad():
    print(w * 2)
print(w.grad)
(w**3).sum().backward()
print(w.grad, w.grad_fn, (w * 1).grad_fn is None)
x = torch.tensor([[1.23456789, 1000.5], [1e-6, -3.0]])
for options in [{"precision": 1}, {"precision": 8}, {"sci_mode": True}, {"sci_mode": False}, {"precision": 0}, {"profile": "short"}, {"profile": "full"}, {"profile": "default"}, {"linewidth": 20}, {"edgeitems": 1, "threshold": 3}, {"threshold": 1000, "edgeitems": 3, "linewidth": 80}]:
    torch.set_printoptions(**options)
    print(options, x, torch.tensor(2 / 3), torch.tensor([1, 20, 3]), torch.tensor([1 + 0.5j]), torch.arange(6.0))
torch.set_printoptions(profile="default")
torch.set_printoptions(precision=2, sci_mode=False, linewidth=120, threshold=10, edgeitems=2)
print(torch.linspace(0, 1, 11), torch.arange(36).view(6, 6), torch.eye(3) * 1e9, torch.tensor([1e-9]))
torch.set_printoptions(profile="default")
print(x, torch.linspace(0, 1, 11))
with torch._tensor_str.printoptions(precision=3) if hasattr(torch, "_tensor_str") and hasattr(torch._tensor_str, "printoptions") else torch.no_grad():
    print("inside")
try:
    torch.set_printoptions(nothing=1)
except TypeError as err:
    print(type(err).__name__)
print(torch.tensor([1.0, 2.0]).to(torch.float64), torch.ones(2, dtype=torch.int32).requires_grad, torch.ones(1).to("cpu"), torch.ones(1, device="cpu"), torch.empty(2, 3, device="meta"), torch.empty((), device="meta", dtype=torch.int64), torch.empty(2, device="meta").device)
torch.set_default_dtype(torch.float64)
print(torch.tensor([1.5]), torch.tensor([1.5], dtype=torch.float32), torch.tensor([1j]), torch.tensor([1j], dtype=torch.complex64), torch.zeros(0), torch.zeros(0, dtype=torch.float32))
torch.set_default_dtype(torch.float32)
print(torch.tensor([1.5], dtype=torch.float64), torch.get_default_dtype())

import torch

w = torch.nn.Parameter(torch.tensor([1.0, 2.0]))
log = []
handle = w.register_post_accumulate_grad_hook(lambda p: log.append((p is w, p.grad.clone())))
(w ** 2).sum().backward()
print(log, w.grad)
handle.remove()
(w ** 2).sum().backward()
print(len(log), w.grad)
opts = {p: torch.optim.SGD([p], lr=0.1) for p in [w]}
def step(p):
    opts[p].step()
    opts[p].zero_grad()
w.grad = None
w.register_post_accumulate_grad_hook(step)
(w ** 2).sum().backward()
print(w, w.grad)
try:
    (w * 2).register_post_accumulate_grad_hook(print)
except RuntimeError as err:
    print(err)
a = torch.arange(6.0)
b = a[2:].view(2, 2)
print(a.untyped_storage().data_ptr() == b.untyped_storage().data_ptr(), b.untyped_storage().nbytes(), b.storage_offset(), a.untyped_storage().size(), len(b.untyped_storage()))

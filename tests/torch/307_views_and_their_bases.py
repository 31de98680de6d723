# What is a view of what: ._base, _is_view, data_ptr, storage offsets, strides, and what in-place writes reach.
import torch

base = torch.arange(24.0)
views = {
    "slice": base[4:12:2], "reshape": base.reshape(4, 6), "view": base.view(2, 3, 4), "transpose": base.view(4, 6).t(), "permute": base.view(2, 3, 4).permute(2, 0, 1), "select": base.view(4, 6)[:, 2], "narrow": base.narrow(0, 3, 5), "diagonal": base.view(4, 6).diagonal(1),
    "expand": base[:1].expand(3), "unfold": base.unfold(0, 4, 2), "squeeze": base.view(1, 24).squeeze(0), "unsqueeze": base.unsqueeze(1), "flatten": base.view(2, 12).flatten(), "movedim": base.view(2, 3, 4).movedim(0, -1), "as_strided": base.as_strided((2, 3), (1, 5), 2), "real": torch.view_as_complex(base.view(12, 2)).real,
    "swapaxes": base.view(4, 6).swapaxes(0, 1), "unflatten": base.unflatten(0, (4, 6)), "detach": base.detach(), "alias": base.view_as(base), "chunk": base.chunk(5)[2], "split": base.split([4, 20])[1], "unbind": base.view(2, 12).unbind(1)[3], "hsplit": torch.hsplit(base.view(4, 6), 3)[1], "ravel": base.view(4, 6).ravel()}
for name, v in views.items():
    print(f"{name:<10} {tuple(v.shape)} {v.stride()} at {v.storage_offset()} view={v._is_view()} base={v._base is base} contiguous={v.is_contiguous()} shares={v.untyped_storage().data_ptr() == base.untyped_storage().data_ptr()}")
copies = {"contiguous of t": base.view(4, 6).t().contiguous(), "reshape of t": base.view(4, 6).t().reshape(24), "index list": base[[0, 1]], "mask": base[base > 3], "clone": base.clone(), "to": base.to(torch.float64), "flatten of t": base.view(4, 6).t().flatten(), "take": base.take(torch.tensor([0])), "repeat": base.repeat(1), "cat": torch.cat([base])}
for name, c in copies.items():
    print(f"{name:<16} {tuple(c.shape)} view={c._is_view()} shares={c.untyped_storage().data_ptr() == base.untyped_storage().data_ptr()}")
views["slice"].fill_(-1)
views["transpose"][0, 1] = 100
views["diagonal"].mul_(10)
views["real"][-1] += 0.5
views["unbind"].neg_()
print(base)
print(views["view"], views["narrow"], views["as_strided"])
print(base._version, views["slice"]._version, base.clone()._version)
m = torch.arange(6).view(2, 3)
m.t_()
print(m, m.shape, m.is_contiguous())
m.squeeze_(), m.unsqueeze_(0), m.transpose_(0, 1)
print(m.shape, m.stride(), m.resize_(2, 2), m.swapdims_(0, 1))
e = torch.zeros(1).expand(3)
for attempt in [lambda: e.add_(1), lambda: e.fill_(3), lambda: base.view(4, 6).t().view(24), lambda: base.view(5, 5), lambda: base.view(-1, -1), lambda: base.view(-1, 7), lambda: base.as_strided((30,), (1,)), lambda: base.narrow(0, 20, 10), lambda: base.unflatten(0, (5, 5)), lambda: base[:3].expand(4, 2), lambda: base.unfold(0, 30, 1), lambda: base.view(4, 6).diagonal(0, 1, 1), lambda: base.add_(torch.ones(2, 24))]:
    try:
        print(attempt())
    except RuntimeError as err:
        print("RuntimeError:", str(err).split("\n")[0])

# Attributes that can be read and set, user attributes, hasattr and getattr, subclass, isinstance, dir.
import torch

t = torch.arange(6.0).reshape(2, 3)
for name in "shape dtype device ndim layout requires_grad grad grad_fn is_leaf is_cuda is_cpu is_meta is_sparse is_quantized itemsize nbytes names output_nr".split():
    print(name, getattr(t, name, "missing") if name != "names" else "")
print(t.T.shape, t.mT.shape, t.real is t, t.data.shape, t.is_contiguous(), t._version, t._base, t.retains_grad, t.get_device(), t.type(), type(t), t.__class__.__name__, isinstance(t, torch.Tensor), torch.is_tensor(t), isinstance(t, torch.nn.Parameter), isinstance(torch.nn.Parameter(t), torch.Tensor), torch.is_storage(t), isinstance(t, torch.FloatTensor), isinstance(t, torch.LongTensor))
t.note, t.tags = "kept", ["a"]
print(t.note, t.tags, t.__dict__, hasattr(t.clone(), "note"), hasattr(t, "nothing"), getattr(t, "nothing", 5), hasattr(t, "cuda"), hasattr(t, "gelu"), hasattr(t, "relu"), hasattr(torch.nn.functional, "gelu"), hasattr(t, "silu"), hasattr(t, "softplus"), hasattr(t, "linalg_norm"), hasattr(t, "logsumexp"), hasattr(t, "var_mean"), hasattr(t, "numpy"))
del t.note
print(hasattr(t, "note"), "tags" in vars(t))
listing = dir(t)
print(all(n in listing for n in ["add", "sum", "shape", "backward", "view", "T", "grad", "__add__", "item", "tags", "masked_fill_", "register_hook"]), "gelu" in listing, listing == sorted(listing), len(listing) > 500)
s = torch.tensor(0.0)
for name, value in [("requires_grad", True), ("grad", torch.tensor(2.0)), ("data", torch.tensor(9.0)), ("grad", None), ("requires_grad", False)]:
    setattr(s, name, value)
    print(name, s, s.grad)
for name, value in [("shape", (3,)), ("dtype", torch.int8), ("device", "cpu"), ("is_leaf", True), ("grad_fn", None), ("ndim", 4), ("T", t), ("_version", 3), ("requires_grad", "yes"), ("data", 5), ("grad", 5), ("grad", torch.ones(2))]:
    try:
        setattr(s, name, value)
        print("set", name)
    except Exception as err:
        print(name, type(err).__name__, err)


class Named(torch.Tensor):
    pass


n = torch.ones(2).as_subclass(Named)
print(type(n).__name__, isinstance(n, torch.Tensor), n.shape, (n + 1).tolist())
print(callable(t.sum), t.sum.__name__, torch.sum.__name__, torch.Tensor.sum is not None, t.add.__self__ is t, torch.Tensor.add(t, 1)[0], [f(t).item() for f in (torch.Tensor.sum, torch.max, torch.Tensor.mean)], list(map(torch.Tensor.item, torch.tensor([1, 2]))))
for attempt in [lambda: t.nothing, lambda: t.nothing(), lambda: torch.nothing, lambda: torch.Tensor.nothing, lambda: t.gelu(), lambda: delattr(t, "shape"), lambda: t.shape(), lambda: t.sum.foo, lambda: torch.nn.functional.nothing, lambda: torch.linalg.nothing, lambda: t.dtype.nothing, lambda: t.device.nothing, lambda: torch.Size([1]).nothing, lambda: torch.sm(t)]:
    try:
        print("ok", attempt())
    except Exception as err:
        print(type(err).__name__, "|", str(err).splitlines()[0])

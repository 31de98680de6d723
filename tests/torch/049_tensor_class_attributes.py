import torch

x = torch.arange(6.0).reshape(2, 3)
print(x.shape, x.size(), x.dtype, x.device, x.layout, x.ndim, x.dim(), x.T.shape, x.mT.shape, x.H.shape, x.mH.shape, x.is_cuda, x.is_cpu, x.is_meta, x.is_sparse, x.is_quantized, x.requires_grad, x.grad, x.grad_fn, x.is_leaf, x.names if False else "", x.itemsize, x.nbytes, x.element_size(), x.numel(), x.nelement(), x.stride(), x.stride(0), x.storage_offset(), x.is_contiguous(), x.data_ptr() != 0, x._version, x.retains_grad)
print(torch.Tensor.add(x, 1)[0], torch.Tensor.sum(x), torch.Tensor.mean, list(map(torch.Tensor.item, x[0]))) if False else print(torch.Tensor.add(x, 1)[0], torch.Tensor.sum(x), list(map(torch.Tensor.item, x[0])), [f(x[0]).item() for f in (torch.sum, torch.Tensor.max, torch.mean)])
print(torch.Tensor([1, 2]), torch.Tensor(2, 3).shape, torch.Tensor().shape, torch.FloatTensor([1, 2]), torch.LongTensor([1, 2]), torch.BoolTensor([True, False]), torch.IntTensor([3]), torch.DoubleTensor([1.5]), torch.ByteTensor([1]), torch.Tensor(torch.Size([1, 2])).shape, isinstance(x, torch.FloatTensor), isinstance(x, torch.LongTensor))
x.note = "hi"
print(x.note, hasattr(x, "note"), hasattr(x + 1, "note"), getattr(x, "nope", None))
print(x.is_same_size(torch.zeros(2, 3)), x.type_as(torch.zeros(1, dtype=torch.int64)), x.new_empty(2).shape, x.new(2, 2).shape, x.to(torch.int32).type(), x.fill_diagonal_(0), x.dim_order() if hasattr(x, "dim_order") else "", x.is_nonzero() if x.numel() == 1 else "", torch.tensor(1).is_nonzero(), x.isnan().any(), x.has_names() if False else "")
try:
    x.shape = (3, 2)
except AttributeError as err:
    print("AttributeError")
try:
    x.nope
except AttributeError as err:
    print(err)
print(x.real is x, torch.tensor([1j]).real, x.data.requires_grad, x.detach().is_leaf, x.clone().data_ptr() != x.data_ptr(), torch.is_tensor(x), torch.is_storage(x), torch.typename(x), torch.typename([1]), torch.numel(x), torch.is_same_size(x, x), type(x.shape), type(x.dtype), type(x.device), type(x.size(0)), callable(x.sum), x.__class__, x.__class__.__name__, x.sum.__name__, torch.add.__name__)
print(torch.Size([2, 3]) == (2, 3), torch.Size([2, 3]) == torch.Size([2, 3]), torch.Size([2]) + (3,), (1,) + torch.Size([2]), torch.Size([2, 3])[0], torch.Size([2, 3])[1:], torch.Size([2, 3, 4]).numel(), torch.Size([1]) * 3, list(torch.Size([5, 6])), tuple(x.shape), {x.shape: 1}[(2, 3)], 3 in x.shape, x.shape.index(3), x.shape.count(2), len(x.shape), sorted(x.shape), sum(x.shape), x.shape[-1], [*x.shape], max(x.shape), str(x.shape), f"{x.shape}", "%s" % (x.shape,), hash(x.shape) == hash((2, 3)), isinstance(x.shape, tuple), torch.Size(), torch.Size(x.shape), torch.Size((n for n in (1, 2))))

import torch

x = torch.zeros(2, 3, 4)
print(x.size(), x.size(-1), x.shape[1:], x.stride(), x.stride(0), x.dim(), x.ndim, x.numel(), len(x), x.nelement(), x.element_size(), x.nbytes, x.is_contiguous(), x.storage_offset(), x[1].storage_offset(), x.untyped_storage().nbytes())
y = x.permute(2, 0, 1)
print(y.shape, y.stride(), y.is_contiguous(), y.contiguous().stride(), y.reshape(-1).shape, x.transpose(1, 2).stride(), x.T.shape if x.ndim == 2 else x.mT.shape, x[:, 1].stride(), x[..., ::2].stride(), x.expand(2, 3, 4).is_contiguous())
print(x.shape == (2, 3, 4), x.shape == torch.Size([2, 3, 4]), tuple(x.shape), list(x.shape), x.shape.numel(), x.shape[::-1], x.shape + (5,), (1, *x.shape), x.shape[0] * x.shape[1], 3 in x.shape, x.shape.index(3), max(x.shape), isinstance(x.shape, tuple), type(x.shape), hash(x.shape) == hash((2, 3, 4)))
b, t, d = x.shape
print(f"{b}x{t}x{d} {x.shape} {str(x.shape)[10:]} {tuple(x.size())}", "x".join(map(str, x.shape)), "%s" % (tuple(x.shape),))
print(x.device, x.dtype, x.layout, x.requires_grad, x.is_leaf, x.grad, x.is_cuda, x.is_sparse, x.is_quantized, x.is_meta, x.is_floating_point(), x.is_complex(), x.is_signed(), x.names if hasattr(x, "names") else None, x.data_ptr() == x[0].data_ptr(), x.type(), x.double().type(), x.is_same_size(y), x.get_device(), x.itemsize)
v = x.view(6, 4)
v[0, 0] = 5
print(x[0, 0, 0], v.data_ptr() == x.data_ptr(), x.view(-1).shape, x.view_as(v).shape, x.view(4, 6).stride(), torch.as_strided(x, (2, 2), (1, 2)).shape, x.unflatten(2, (2, 2)).shape, x.flatten(0, 1).shape, x.squeeze().shape, x[None].squeeze(0).shape)

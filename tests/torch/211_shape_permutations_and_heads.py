import torch

x = torch.arange(48).view(2, 4, 6)
h = x.view(2, 4, 3, 2).transpose(1, 2)
print(h.shape, h[0, 1], h.transpose(1, 2).reshape(2, 4, 6).equal(x), h.permute(0, 2, 1, 3).flatten(2).equal(x), h.is_contiguous(), h.stride())
print(x.permute(2, 0, 1).shape, x.permute((1, 0, 2)).shape, x.movedim(2, 0).shape, x.movedim((0, 1), (1, 2)).shape, x.transpose(-1, -2).shape, x.swapaxes(0, 2).shape, x.mT.shape, x.adjoint().shape, x.flatten(1).shape, x.flatten(-2, -1).shape)
print(x.unfold(1, 2, 1).shape, x.unflatten(-1, (3, 2)).shape, x.unflatten(-1, (-1, 2)).shape, x.reshape(-1, 6)[5], x.view(8, -1).shape, x[:, ::2].reshape(-1)[:4], x.chunk(3, -1)[1].shape, x.split(4, -1)[1].shape, x.tensor_split(4, dim=2)[3].shape)
print(torch.stack(x.unbind(1), 1).equal(x), torch.cat(x.split(1, 0)).equal(x), x.repeat(1, 1, 2).shape, x.repeat_interleave(3, dim=1).shape, x.roll(1, 1)[0, 0], x.flip(-1)[0, 0], x.rot90(1, (1, 2)).shape, x.diagonal(dim1=1, dim2=2).shape, x.squeeze().shape, x.unsqueeze(2).shape, x[:, None].shape, x[..., None].squeeze(-1).shape)

import torch

x = torch.arange(12)
print(x.view(3, 4), x.view(-1, 6), x.reshape(2, -1), x.view(2, 2, 3).shape, x.unflatten(0, (3, 4)), x.view(3, 4).flatten(), x.view(3, 4).t().reshape(-1), x.view(torch.int32).shape)
y = x.view(3, 4)
print(y.T, y.permute(1, 0), y.transpose(0, 1).is_contiguous(), y.t().contiguous().view(-1), y.swapaxes(0, 1).shape, y.movedim(0, 1).shape, y.view_as(torch.zeros(4, 3)), y.reshape(4, 3).expand_as(torch.zeros(2, 4, 3)).shape)
print(y.unsqueeze(0).shape, y.unsqueeze(-1).shape, y[None, :, None].squeeze().shape, y.view(1, 3, 1, 4).squeeze(0).shape, y.view(1, 3, 1, 4).squeeze((0, 2)).shape, y.squeeze(0).shape)
print(y.expand(2, 3, 4).shape, y[:1].expand(5, -1).shape, y.repeat(2, 1).shape, y.repeat_interleave(2, dim=0), torch.tensor([1, 2]).repeat_interleave(torch.tensor([2, 1])), y.tile(2).shape, torch.tile(y, (2, 2)).shape)
print(y.chunk(2), y.split(2), y.split([1, 2], 0), y.split([1, 3], dim=1)[1], y.unbind(), y.unbind(1)[0], torch.tensor_split(x, 5), torch.hsplit(y, 2)[0], torch.vsplit(y, 3)[2], y.narrow(1, 1, 2), y.select(0, 1))
print(y.flip(0), y.flip((0, 1)), y.fliplr(), y.flipud(), y.roll(1), y.roll(1, 0), y.roll((1, 2), (0, 1)), y.rot90(), y.rot90(2, (0, 1)))
print(torch.cat([y, y], 0).shape, torch.cat((y, y), dim=-1).shape, torch.stack([y, y], 1).shape, torch.hstack([x, x]).shape, torch.vstack([x, x]).shape, torch.dstack([x, x]).shape, torch.column_stack([x, x]).shape, torch.concat([x, x]).shape, torch.row_stack([x, x]).shape)
print(x.unfold(0, 4, 4), x.unfold(0, 3, 2).shape, torch.as_strided(x, (2, 3), (3, 1)), x.view(2, 6).diagonal(), torch.atleast_2d(x).shape, torch.broadcast_to(x[:3], (2, 3)), torch.broadcast_tensors(x[:2], x[:3].view(3, 1))[0].shape, torch.ravel(y).shape)
for f in (lambda: x.view(5), lambda: x.reshape(5, -1), lambda: y.t().view(12), lambda: x.view(-1, -1), lambda: y.expand(2, 2), lambda: torch.cat([y, x]), lambda: torch.stack([y, x]), lambda: y.permute(0), lambda: y.transpose(0, 3), lambda: y.squeeze(7), lambda: x.unflatten(0, (5, 2)), lambda: y.split([1, 1]), lambda: x.narrow(0, 5, 20), lambda: torch.cat([]), lambda: y.unsqueeze(5)):
    try:
        print(f())
    except (RuntimeError, IndexError, ValueError) as err:
        print(type(err).__name__, str(err).split("\n")[0])

import torch
import torch.nn as nn
import torch.nn.functional as F

x = torch.arange(24)
print(x.view(2, 3, 4)[1])
print(x.reshape(4, -1).shape, x.view(-1, 2, 2).shape, x.unflatten(0, (2, -1)).shape)
print(x.view(2, 12).flatten(), x.view(2, 3, 4).flatten(1).shape, x.view(2, 3, 4).flatten(0, 1).shape)
print(x.view(1, 24, 1).squeeze().shape, x.view(1, 24).squeeze(0).shape, x.view(1, 24, 1).squeeze((0, 2)).shape)
print(x.unsqueeze(-1).shape, x[:, None].shape, x.view(24, 1, 1).squeeze(1).shape)
print(x.view(4, 6).T.reshape(-1)[:5], x.view(4, 6).t().contiguous().view(-1)[:3])
print(x.view(2, 3, 4).permute(2, 0, 1).shape, x.view(2, 3, 4).movedim(-1, 0).shape, x.view(2, 3, 4).swapaxes(0, 2).shape, torch.moveaxis(x.view(2, 3, 4), 0, 1).shape)
print(x.view(2, 3, 4).transpose(1, 2).reshape(2, 12)[0])
print(torch.ravel(x.view(4, 6)).shape, x.expand(2, 24).shape, x[:3].expand(2, -1), x[:2].repeat(2, 2), torch.tile(x[:2], (3,)))
print(x.view(3, 8).split(3, dim=1)[2].shape, [t.shape for t in x.view(3, 8).chunk(3, 1)], torch.stack(x.view(3, 8).unbind(0)).equal(x.view(3, 8)))
print(x.view(2, 3, 4).sum((0, 2)), x.view(2, 3, 4).amax((1, 2)), x.view(2, 3, 4).float().mean((-1, -2)))
print(torch.squeeze(torch.zeros(1, 2, 1)).shape, torch.unsqueeze(x, 1).shape, torch.flatten(x.view(2, 12)).shape, torch.reshape(x, (6, 4)).shape)
print(x.view(4, 6)[:, [0, 0, 5]].shape, x.view(4, 6).fliplr()[0], x.view(4, 6).rot90().shape, x.view(4, 6).roll(2, 1)[0], torch.block_diag(x[:2], x[2:4]).shape)

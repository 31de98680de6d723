import torch
import torch.nn as nn
import torch.nn.functional as F

n = 4
print(torch.eye(n).long(), torch.tril(torch.ones(n, n)).int(), torch.triu(torch.ones(n, n), 1).bool(), torch.ones(n, n).triu(-1).tril(1))
print(torch.diag(torch.arange(1, 4)), torch.diag(torch.ones(2), 1), torch.diag_embed(torch.ones(2, 2)).shape, torch.arange(9).view(3, 3).diag(), torch.arange(9).view(3, 3).diagonal(-1), torch.diagflat(torch.tensor([1, 2])))
print(torch.arange(n)[:, None] - torch.arange(n), (torch.arange(n)[:, None] >= torch.arange(n)).int(), torch.tril_indices(3, 3), torch.triu_indices(3, 3, 1), torch.ones(3, 3)[tuple(torch.triu_indices(3, 3, 1))].sum())
print(torch.full((2, 2), float('-inf')).triu(1), torch.zeros(2, 2).fill_diagonal_(1), torch.vander(torch.tensor([1.0, 2.0]), N=3), torch.outer(torch.arange(3), torch.arange(2)), torch.kron(torch.eye(2), torch.ones(1, 2)))
print(torch.block_diag(torch.ones(1, 1), torch.full((2, 2), 2.0)), torch.cat([torch.eye(2), torch.zeros(2, 1)], 1), torch.stack([torch.eye(2), 2 * torch.eye(2)]), torch.meshgrid(torch.arange(2), torch.arange(3), indexing='ij')[1], torch.cartesian_prod(torch.arange(2), torch.arange(2)))
print(torch.linalg.matrix_power(torch.tensor([[1.0, 1.0], [0.0, 1.0]]), 5), torch.linalg.inv(torch.diag(torch.tensor([2.0, 4.0]))), torch.trace(torch.eye(3)), torch.linalg.det(2 * torch.eye(3)), torch.matrix_exp(torch.zeros(2, 2)), torch.rot90(torch.arange(4).view(2, 2)), torch.eye(2)[torch.tensor([1, 0])])
print(torch.combinations(torch.arange(3)), torch.combinations(torch.arange(2), 3, with_replacement=True).shape, torch.cdist(torch.arange(3.0)[:, None], torch.arange(2.0)[:, None]), torch.hankel(1) if hasattr(torch, 'hankel') else '', torch.arange(6).view(2, 3).T @ torch.arange(6).view(2, 3))

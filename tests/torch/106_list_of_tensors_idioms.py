import functools
import itertools

import torch

xs = [torch.full((2,), float(i)) for i in range(3)]
print(torch.stack(xs), torch.cat(xs), sum(xs), max(xs, key=lambda t: t.sum()), sorted(xs, key=lambda t: -t[0].item())[0], torch.stack(xs).mean(0), torch.stack([x.sum() for x in xs]), torch.tensor([x.sum() for x in xs]))
print([x.tolist() for x in xs], list(map(torch.sum, xs)), [i for i, x in enumerate(xs) if x.sum() > 1], {i: x.mean().item() for i, x in enumerate(xs)}, [a @ b for a, b in zip(xs, xs[1:])], any((x > 1).all() for x in xs), all(x.shape == (2,) for x in xs))
print(torch.stack(xs, 1).shape, torch.stack(xs)[:, 0], torch.cat([x[None] for x in xs]).shape, torch.cat(xs).view(3, 2), torch.stack(xs).unbind(0)[1], [*torch.stack(xs)][2], torch.vstack(xs).shape, torch.hstack(xs), torch.dstack(xs).shape)
print(functools.reduce(torch.maximum, xs), functools.reduce(lambda a, b: a * 2 + b, xs), list(itertools.chain(*[x.tolist() for x in xs])), [torch.equal(a, b) for a, b in itertools.combinations(xs, 2)], dict(zip('abc', xs))['b'], [x.clone().add_(1) for x in xs], xs[0] is xs[0], xs.index(xs[0]) if False else len(xs))
print(torch.nn.utils.rnn.pad_sequence([x[:i + 1] for i, x in enumerate(xs[:2])], batch_first=True), torch.block_diag(*xs).shape, torch.broadcast_tensors(*xs)[0], torch.meshgrid(*xs[:2], indexing='ij')[0].shape, torch.einsum('i,i->', *xs[:2]), torch.cartesian_prod(*xs[:2]).shape, torch.atleast_2d(*xs)[1].shape, torch.add(*xs[:2]))

"""Random arrays; seeded, with a stream of its own (not numpy's values)."""

import torch
from numpy._array import ndarray, tensor_of, wrap


def _sizes(size):
    return () if size is None else (size,) if isinstance(size, int) else tuple(size)


class Generator:
    """What default_rng gives."""

    def __init__(self, seed=None):
        self._generator = torch.Generator()
        self.seed(seed)

    def seed(self, seed=None):
        if seed is None:
            import time
            seed = time.time_ns()
        self._generator.manual_seed(int(seed))

    def random(self, size=None, dtype=None):
        return wrap(torch.rand(_sizes(size), dtype=torch.float64, generator=self._generator))

    random_sample = sample = random

    def rand(self, *size):
        return self.random(size)

    def standard_normal(self, size=None):
        return wrap(torch.randn(_sizes(size), dtype=torch.float64, generator=self._generator))

    def randn(self, *size):
        return self.standard_normal(size)

    def normal(self, loc=0.0, scale=1.0, size=None):
        return self.standard_normal(size) * scale + loc

    def uniform(self, low=0.0, high=1.0, size=None):
        return self.random(size) * (high - low) + low

    def exponential(self, scale=1.0, size=None):
        return wrap(-torch.log1p(-tensor_of(self.random(size))) * scale)

    def poisson(self, lam=1.0, size=None):
        return wrap(torch.poisson(torch.full(_sizes(size), float(lam)), generator=self._generator).to(torch.int64))

    def binomial(self, n, p, size=None):
        draws = torch.rand(_sizes(size) + (n,), generator=self._generator)
        return wrap((draws < p).sum(-1))

    def laplace(self, loc=0.0, scale=1.0, size=None):
        u = tensor_of(self.random(size)) - 0.5
        return wrap(-u.sign() * torch.log1p(-2 * u.abs())) * scale + loc

    def logistic(self, loc=0.0, scale=1.0, size=None):
        u = tensor_of(self.random(size))
        return wrap(torch.log(u) - torch.log1p(-u)) * scale + loc

    def lognormal(self, mean=0.0, sigma=1.0, size=None):
        return wrap(tensor_of(self.normal(mean, sigma, size)).exp())

    def geometric(self, p, size=None):
        return wrap(torch.empty(_sizes(size), dtype=torch.float64).geometric_(p, generator=self._generator).to(torch.int64))

    def gamma(self, shape, scale=1.0, size=None):
        alpha = torch.full(_sizes(size), float(shape), dtype=torch.float64)
        return wrap(torch._standard_gamma(alpha, generator=self._generator)) * scale

    def beta(self, a, b, size=None):
        first, second = self.gamma(a, size=size), self.gamma(b, size=size)
        return first / (first + second)

    def dirichlet(self, alpha, size=None):
        wanted = tensor_of(alpha).double().expand(_sizes(size) + (len(alpha),))
        return wrap(torch._sample_dirichlet(wanted.contiguous(), generator=self._generator))

    def multinomial(self, n, pvals, size=None):
        p = tensor_of(pvals).double()
        count = 1
        for length in _sizes(size):
            count *= length
        drawn = torch.multinomial(p.expand(count, -1), n, True, generator=self._generator)
        counts = torch.nn.functional.one_hot(drawn, p.numel()).sum(1)
        return ndarray(counts.reshape(_sizes(size) + (p.numel(),)))

    def permuted(self, x, axis=None):
        t = tensor_of(x)
        flat = t.reshape(-1)
        return ndarray(flat[torch.randperm(flat.numel(), generator=self._generator)].reshape(t.shape))

    def spawn(self, n_children):
        return [Generator(int(self.integers(1 << 62))) for _ in range(n_children)]

    def get_state(self):
        return self._generator.get_state()

    def set_state(self, state):
        self._generator.set_state(state)

    def integers(self, low, high=None, size=None, dtype=None, endpoint=False):
        if high is None:
            low, high = 0, low
        return wrap(torch.randint(int(low), int(high) + bool(endpoint), _sizes(size), generator=self._generator))

    randint = integers

    def permutation(self, x):
        if isinstance(x, int):
            return ndarray(torch.randperm(x, generator=self._generator))
        t = tensor_of(x)
        return ndarray(t[torch.randperm(len(t), generator=self._generator)])

    def shuffle(self, x):
        order = torch.randperm(len(x), generator=self._generator)
        if isinstance(x, ndarray):
            x._t.copy_(x._t[order].clone())
        else:
            x[:] = [x[i] for i in order.tolist()]

    def choice(self, a, size=None, replace=True, p=None):
        items = range(a) if isinstance(a, int) else a
        count = 1
        for n in _sizes(size):
            count *= n
        if p is not None:
            at = torch.multinomial(tensor_of(p).double(), count, replace, generator=self._generator)
        elif replace:
            at = torch.randint(len(items), (count,), generator=self._generator)
        else:
            if count > len(items):
                raise ValueError("Cannot take a larger sample than population when replace is False")
            at = torch.randperm(len(items), generator=self._generator)[:count]
        if size is None:
            return items[int(at[0])]
        if isinstance(items, list) and items and isinstance(items[0], str):
            return [items[i] for i in at.tolist()]
        return ndarray(tensor_of(items)[at].reshape(_sizes(size) + tuple(tensor_of(items).shape[1:])))

    def multivariate_normal(self, mean, cov, size=None):
        m, c = tensor_of(mean).double(), tensor_of(cov).double()
        draws = torch.randn(_sizes(size) + (len(m),), dtype=torch.float64, generator=self._generator)
        return wrap(m + draws @ torch.linalg.cholesky(c).T)


RandomState = Generator


def default_rng(seed=None):
    """A generator with a seed."""
    return Generator(seed)


_shared = Generator()
for _name in ("seed random random_sample sample rand standard_normal randn normal uniform exponential poisson binomial "
              "randint permutation shuffle choice multivariate_normal laplace logistic lognormal geometric gamma beta "
              "dirichlet multinomial get_state set_state").split():
    globals()[_name] = getattr(_shared, _name)

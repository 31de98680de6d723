"""Random arrays. The same seed gives numpy's values: RandomState and np.random.NAME by the Mersenne Twister, default_rng by
PCG64."""

import math

import torch
from numpy._array import ndarray, tensor_of, wrap
from numpy._streams import PCG64, SeedSequence, Twister


def _sizes(size):
    return () if size is None else (int(size),) if not hasattr(size, "__iter__") else tuple(int(n) for n in size)


def _drawn(draw, size, dtype=torch.float64):
    """An array of so many draws; a scalar where size is None."""
    shape = _sizes(size)
    values = [draw() for _ in range(math.prod(shape))]
    return wrap(torch.tensor(values, dtype=dtype).reshape(shape))


def _each(draw, size, *parameters, dtype=torch.float64):
    """Draws with parameters that may be arrays."""
    if all(isinstance(p, (bool, int, float)) for p in parameters):
        return _drawn(lambda: draw(*parameters), size, dtype)
    tensors = torch.broadcast_tensors(*[tensor_of(p).double() for p in parameters])
    if size is not None:
        tensors = [t.expand(_sizes(size)) for t in tensors]
    values = [draw(*row) for row in zip(*[t.reshape(-1).tolist() for t in tensors])]
    return wrap(torch.tensor(values, dtype=dtype).reshape(tensors[0].shape))


def _wanted(fits, text):
    if not fits:
        raise ValueError(text)


class _Drawing:
    """What both kinds of generators draw, from self._bits."""

    def random(self, size=None, dtype=None, out=None):
        """In [0, 1)."""
        if dtype is not None and "32" in str(getattr(dtype, "__name__", dtype)):
            return _drawn(self._bits.single, size, torch.float32)
        return _drawn(self._bits.double, size)

    def standard_normal(self, size=None, dtype=None):
        """Normal with mean 0 and variance 1."""
        return _drawn(self._bits.gauss, size)

    def normal(self, loc=0.0, scale=1.0, size=None):
        """Normal."""
        _wanted(bool((tensor_of(scale) >= 0).all()), "scale < 0")
        return _each(lambda m, s: m + s * self._bits.gauss(), size, loc, scale)

    def uniform(self, low=0.0, high=1.0, size=None):
        """In [low, high)."""
        return _each(lambda a, b: a + (b - a) * self._bits.double(), size, low, high)

    def standard_exponential(self, size=None):
        """Exponential with mean 1."""
        return _drawn(self._bits.exponential, size)

    def exponential(self, scale=1.0, size=None):
        """Exponential."""
        return _each(lambda s: s * self._bits.exponential(), size, scale)

    def _laplace(self, loc, scale):
        while True:
            u = self._bits.double()
            if u >= 0.5:
                return loc - scale * math.log(2.0 - u - u)
            if u > 0.0:
                return loc + scale * math.log(u + u)

    def laplace(self, loc=0.0, scale=1.0, size=None):
        """Laplace's."""
        return _each(self._laplace, size, loc, scale)

    def _positive(self):
        while True:
            u = self._bits.double()
            if u > 0.0:
                return u

    def logistic(self, loc=0.0, scale=1.0, size=None):
        """Logistic."""

        def draw(m, s):
            u = self._positive()
            return m + s * math.log(u / (1.0 - u))

        return _each(draw, size, loc, scale)

    def gumbel(self, loc=0.0, scale=1.0, size=None):
        """Gumbel's."""
        return _each(lambda m, s: m - s * math.log(-math.log(1.0 - self._bits.double())), size, loc, scale)

    def lognormal(self, mean=0.0, sigma=1.0, size=None):
        """exp of a normal one."""
        return _each(lambda m, s: math.exp(m + s * self._bits.gauss()), size, mean, sigma)

    def rayleigh(self, scale=1.0, size=None):
        """Lengths of normal vectors in the plane."""
        return _each(lambda s: s * math.sqrt(2.0 * self._bits.exponential()), size, scale)

    def weibull(self, a, size=None):
        """Weibull's."""
        return _each(lambda k: self._bits.exponential() ** (1.0 / k), size, a)

    def pareto(self, a, size=None):
        """Pareto's, from 0."""
        return _each(lambda k: math.expm1(self._bits.exponential() / k), size, a)

    def power(self, a, size=None):
        """Powers of uniform ones."""
        return _each(lambda k: (-math.expm1(-self._bits.exponential())) ** (1.0 / k), size, a)

    def standard_cauchy(self, size=None):
        """Cauchy's."""
        return _drawn(lambda: self._bits.gauss() / self._bits.gauss(), size)

    def triangular(self, left, mode, right, size=None):
        """With a density that is a triangle."""

        def draw(a, m, b):
            base, first = b - a, m - a
            u = self._bits.double()
            if u <= first / base:
                return a + math.sqrt(u * first * base)
            return b - math.sqrt((1.0 - u) * base * (b - m))

        return _each(draw, size, left, mode, right)

    def _gamma(self, shape):
        bits = self._bits
        if shape == 1.0:
            return bits.exponential()
        if shape == 0.0:
            return 0.0
        if shape < 1.0:
            while True:
                u, v = bits.double(), bits.exponential()
                if u <= 1.0 - shape:
                    x = u ** (1.0 / shape)
                    if x <= v:
                        return x
                else:
                    y = -math.log((1.0 - u) / shape)
                    x = (1.0 - shape + shape * y) ** (1.0 / shape)
                    if x <= v + y:
                        return x
        b = shape - 1.0 / 3.0
        c = 1.0 / math.sqrt(9.0 * b)
        while True:
            v = 0.0
            while v <= 0.0:
                x = bits.gauss()
                v = 1.0 + c * x
            v, u = v * v * v, bits.double()
            if u < 1.0 - 0.0331 * x * x * x * x or math.log(u) < 0.5 * x * x + b * (1.0 - v + math.log(v)):
                return b * v

    def standard_gamma(self, shape, size=None):
        """Gamma with scale 1 (Marsaglia and Tsang)."""
        return _each(self._gamma, size, shape)

    def gamma(self, shape, scale=1.0, size=None):
        """Gamma."""
        return _each(lambda k, s: s * self._gamma(k), size, shape, scale)

    def chisquare(self, df, size=None):
        """Sums of squares of normal ones."""
        return _each(lambda k: 2.0 * self._gamma(k / 2.0), size, df)

    def f(self, dfnum, dfden, size=None):
        """Ratios of sums of squares."""
        return _each(lambda a, b: 2.0 * self._gamma(a / 2.0) * b / (2.0 * self._gamma(b / 2.0) * a), size, dfnum, dfden)

    def standard_t(self, df, size=None):
        """Student's."""

        def draw(k):
            x = self._bits.gauss()
            return math.sqrt(k / 2.0) * x / math.sqrt(self._gamma(k / 2.0))

        return _each(draw, size, df)

    def _beta(self, a, b):
        if a <= 1.0 and b <= 1.0:
            while True:  # Jöhnk
                u, v = self._bits.double(), self._bits.double()
                x, y = u ** (1.0 / a), v ** (1.0 / b)
                if 0.0 < x + y <= 1.0 and u + v > 0.0:
                    return x / (x + y)
        first = self._gamma(a)
        return first / (first + self._gamma(b))

    def beta(self, a, b, size=None):
        """Beta."""
        return _each(self._beta, size, a, b)

    def dirichlet(self, alpha, size=None):
        """Probabilities."""
        alpha = tensor_of(alpha).double().tolist()
        rows = []
        for _ in range(math.prod(_sizes(size))):
            row = [self._gamma(a) for a in alpha]
            scale = 1.0 / sum(row)
            rows.append([v * scale for v in row])
        return ndarray(torch.tensor(rows, dtype=torch.float64).reshape(_sizes(size) + (len(alpha),)))

    def _poisson(self, lam):
        if lam == 0:
            return 0
        if lam < 10:
            least, count, product = math.exp(-lam), 0, 1.0
            while True:
                product *= self._bits.double()
                if product <= least:
                    return count
                count += 1
        root, log = math.sqrt(lam), math.log(lam)  # Hörmann's PTRS
        b = 0.931 + 2.53 * root
        a = -0.059 + 0.02483 * b
        inverse, fast = 1.1239 + 1.1328 / (b - 3.4), 0.9277 - 3.6224 / (b - 2)
        while True:
            u, v = self._bits.double() - 0.5, self._bits.double()
            us = 0.5 - abs(u)
            k = math.floor((2 * a / us + b) * u + lam + 0.43)
            if us >= 0.07 and v <= fast:
                return k
            if k < 0 or us < 0.013 and v > us:
                continue
            if math.log(v) + math.log(inverse) - math.log(a / (us * us) + b) <= -lam + k * log - math.lgamma(k + 1):
                return k

    def poisson(self, lam=1.0, size=None):
        """Counts at a rate."""
        _wanted(bool((tensor_of(lam) >= 0).all()), "lam < 0 or lam is NaN")
        return _each(self._poisson, size, lam, dtype=torch.int64)

    def _binomial(self, n, p):
        n = int(n)
        if n == 0 or p == 0.0:
            return 0
        if p > 0.5:
            return n - self._binomial(n, 1.0 - p)
        q, mean = 1.0 - p, n * p
        if mean > 30.0:  # by the sum of smaller ones
            half = n // 2
            return self._binomial(half, p) + self._binomial(n - half, p)
        first, bound = math.exp(n * math.log(q)), min(n, mean + 10.0 * math.sqrt(mean * q + 1))
        count, chance, u = 0, first, self._bits.double()
        while u > chance:
            count += 1
            if count > bound:
                count, chance, u = 0, first, self._bits.double()
            else:
                u -= chance
                chance = (n - count + 1) * p * chance / (count * q)
        return count

    def binomial(self, n, p, size=None):
        """Successes of n trials."""
        _wanted(bool(((tensor_of(p) >= 0) & (tensor_of(p) <= 1)).all()), "p < 0, p > 1 or p is NaN")
        return _each(self._binomial, size, n, p, dtype=torch.int64)

    def _geometric(self, p):
        if p >= 0.333333333333333333333333:
            count, total, chance, u = 1, p, p, self._bits.double()
            while u > total:
                chance *= 1.0 - p
                total += chance
                count += 1
            return count
        return math.ceil(-self._bits.exponential() / math.log1p(-p))

    def geometric(self, p, size=None):
        """Trials until the first success."""
        return _each(self._geometric, size, p, dtype=torch.int64)

    def negative_binomial(self, n, p, size=None):
        """Failures before n successes."""
        return _each(lambda k, q: self._poisson(self._gamma(k) * (1 - q) / q), size, n, p, dtype=torch.int64)

    def multinomial(self, n, pvals, size=None):
        """Counts of classes in n draws."""
        p = tensor_of(pvals).double().tolist()
        rows = []
        for _ in range(math.prod(_sizes(size))):
            left, rest, row = int(n), 1.0, [0] * len(p)
            for i, chance in enumerate(p[:-1]):
                row[i] = self._binomial(left, min(1.0, chance / rest))
                left -= row[i]
                if left <= 0:
                    break
                rest -= chance
            if left > 0:
                row[-1] = left
            rows.append(row)
        return ndarray(torch.tensor(rows, dtype=torch.int64).reshape(_sizes(size) + (len(p),)))

    def multivariate_normal(self, mean, cov, size=None, check_valid="warn", tol=1e-8):
        """Normal vectors."""
        m, c = tensor_of(mean).double(), tensor_of(cov).double()
        x = tensor_of(self.standard_normal(_sizes(size) + (len(m),)))
        _, s, v = torch.linalg.svd(c)
        return ndarray(m + x @ (s.sqrt().unsqueeze(-1) * v))

    # --- orders and choices ---

    def _shuffled(self, items, below=None):
        below = below or self._bits.interval
        for i in range(len(items) - 1, 0, -1):
            j = below(i + 1)
            items[i], items[j] = items[j], items[i]
        return items

    def permutation(self, x, axis=0):
        """The numbers below x, or the elements of x, in a random order."""
        if isinstance(x, int):
            return ndarray(torch.tensor(self._shuffled(list(range(x))), dtype=torch.int64))
        t = tensor_of(x)
        return ndarray(t.index_select(axis, torch.tensor(self._shuffled(list(range(t.shape[axis]))))))

    def shuffle(self, x, axis=0):
        """Changes the order, in place."""
        if isinstance(x, ndarray):
            order = torch.tensor(self._shuffled(list(range(x._t.shape[axis]))))
            x._t.copy_(x._t.index_select(axis, order))
        else:
            x[:] = self._shuffled(list(x))

    def _weighted(self, p, count, replace):
        cumulative = p.cumsum(0)
        cumulative = cumulative / cumulative[-1]
        if replace:
            u = torch.tensor([self._bits.double() for _ in range(count)], dtype=torch.float64)
            return torch.searchsorted(cumulative, u, right=True).tolist()
        _wanted(int((p > 0).sum()) >= count, "Fewer non-zero entries in p than size")
        found, p = [], p.clone()
        while len(found) < count:
            u = torch.tensor([self._bits.double() for _ in range(count - len(found))], dtype=torch.float64)
            if found:
                p[found] = 0.0
            cumulative = p.cumsum(0)
            new = torch.searchsorted(cumulative / cumulative[-1], u, right=True).tolist()
            found += list(dict.fromkeys(new))
        return found

    def choice(self, a, size=None, replace=True, p=None, axis=0, shuffle=True):
        """Elements of a, or of the numbers below a."""
        whole = isinstance(a, int)
        items = a if whole else a if isinstance(a, (list, tuple)) else tensor_of(a)
        n, count = items if whole else len(items), math.prod(_sizes(size))
        _wanted(n > 0 or count == 0, self._empty.format(*(["a must be a positive integer unless no samples are taken"]
                                                         if whole else ["a cannot be empty unless no samples are taken"])))
        if p is not None:
            p = tensor_of(p).double()
            _wanted(len(p) == n, "a and p must have same size" if self._empty == "{}" else "'a' and 'p' must have same size")
            _wanted(bool((p >= 0).all()), "Probabilities are not non-negative" if self._empty == "{}" else
                    "probabilities are not non-negative")
            _wanted(abs(float(p.sum()) - 1.0) <= 1.5e-8, self._no_sum)
        if not replace and count > n:
            raise ValueError("Cannot take a larger sample than population when 'replace=False'" if self._empty == "{}" else
                             "Cannot take a larger sample than population when replace is False")
        if p is not None:
            at = self._weighted(p, count, replace)
        else:
            at = [self._bits.below(n) for _ in range(count)] if replace else self._sampled(n, count, shuffle)
        return self._taken(items, at, size, whole)

    @staticmethod
    def _taken(items, at, size, whole):
        if whole:
            return wrap(torch.tensor(at, dtype=torch.int64).reshape(_sizes(size)))
        if isinstance(items, (list, tuple)) and items and isinstance(items[0], str):
            from numpy import array

            return items[at[0]] if size is None else array([items[i] for i in at])
        t = tensor_of(items)
        return wrap(t[torch.tensor(at, dtype=torch.int64)].reshape(_sizes(size) + tuple(t.shape[1:])))


class RandomState(_Drawing):
    """Numbers of the Mersenne Twister: what np.random.seed starts."""

    _empty, _no_sum = "{}", "probabilities do not sum to 1"

    def __init__(self, seed=None):
        self._bits = Twister(_plain(seed))

    def seed(self, seed=None):
        """Starts anew."""
        self._bits.seed(_plain(seed))

    def random_sample(self, size=None):
        """In [0, 1)."""
        return self.random(size)

    ranf = sample = random_sample

    def rand(self, *size):
        """In [0, 1), of a shape."""
        return self.random(size or None)

    def randn(self, *size):
        """Normal, of a shape."""
        return self.standard_normal(size or None)

    def randint(self, low, high=None, size=None, dtype=int):
        """Whole numbers in [low, high)."""
        low, high = (0, low) if high is None else (low, high)
        if hasattr(low, "shape") and getattr(low, "shape", ()) or hasattr(high, "shape") and getattr(high, "shape", ()):
            return _each(lambda a, b: int(a) + self._bits.below(int(b) - int(a)), size, low, high, dtype=torch.int64)
        low, high = int(low), int(high)
        _wanted(low < high, "low >= high")
        return _drawn(lambda: low + self._bits.below(high - low), size, torch.int64)

    def random_integers(self, low, high=None, size=None):
        """Whole numbers in [low, high]."""
        return self.randint(1, low + 1, size) if high is None else self.randint(low, high + 1, size)

    def _sampled(self, n, count, shuffle):
        return self._shuffled(list(range(n)))[:count]

    def _geometric(self, p):
        if p >= 0.333333333333333333333333:
            return super()._geometric(p)
        return math.ceil(math.log(1.0 - self._bits.double()) / math.log(1.0 - p))

    def get_state(self, legacy=True):
        """What the stream depends on."""
        return self._bits.get_state()

    def set_state(self, state):
        """Takes what get_state gave."""
        self._bits.set_state(state)

    def __repr__(self):
        return "RandomState(MT19937)"


def _plain(seed):
    return seed.tolist() if hasattr(seed, "tolist") else seed


class Generator(_Drawing):
    """Numbers of PCG64: what default_rng gives."""

    _empty, _no_sum = "{} ", "Probabilities do not sum to 1. See Notes section of docstring for more information."

    def __init__(self, bit_generator=None):
        self._bits = bit_generator if isinstance(bit_generator, PCG64) else PCG64(bit_generator)

    bit_generator = property(lambda self: self._bits)

    def integers(self, low, high=None, size=None, dtype=None, endpoint=False):
        """Whole numbers in [low, high), or up to high."""
        low, high = (0, low) if high is None else (low, high)
        more = int(bool(endpoint))
        if hasattr(low, "shape") and getattr(low, "shape", ()) or hasattr(high, "shape") and getattr(high, "shape", ()):
            return _each(lambda a, b: int(a) + self._bits.below(int(b) + more - int(a)), size, low, high, dtype=torch.int64)
        low, high = int(low), int(high) + more
        _wanted(low < high, "high <= 0" if low == 0 else "low >= high")
        return _drawn(lambda: low + self._bits.below(high - low), size, torch.int64)

    def _sampled(self, n, count, shuffle):
        if n > 10000 and count > n // (50 if shuffle else 20):
            items = list(range(n))
            for i in range(n - 1, max(n - count, 1) - 1, -1):
                j = self._bits.below(i + 1)
                items[i], items[j] = items[j], items[i]
            return items[n - count:]
        found, out = set(), []  # Floyd's algorithm
        for j in range(n - count, n):
            value = self._bits.below(j + 1)
            value = j if value in found else value
            found.add(value)
            out.append(value)
        return self._shuffled(out, self._bits.below) if shuffle else out

    def permuted(self, x, axis=None):
        """All elements, or those along an axis, in random orders."""
        t = tensor_of(x)
        if axis is None:
            return ndarray(t.reshape(-1)[torch.tensor(self._shuffled(list(range(t.numel()))))].reshape(t.shape))
        moved = t.movedim(axis, -1)
        rows = [row[torch.tensor(self._shuffled(list(range(len(row)))))] for row in moved.reshape(-1, moved.shape[-1])]
        return ndarray(torch.stack(rows).reshape(moved.shape).movedim(-1, axis))

    def spawn(self, n_children):
        """Generators that differ from this and from each other."""
        return [Generator(PCG64(s)) for s in self._bits.seed_seq.spawn(n_children)]

    def __repr__(self):
        return f"Generator(PCG64) at 0x{id(self):X}"

    def __str__(self):
        return "Generator(PCG64)"


def default_rng(seed=None):
    """A generator with a seed."""
    return seed if isinstance(seed, Generator) else Generator(seed)


_shared = RandomState()
for _name in dir(RandomState):
    if _name[0] != "_":
        globals()[_name] = getattr(_shared, _name)

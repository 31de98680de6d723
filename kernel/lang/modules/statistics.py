"""Averages, spreads and simple models of numbers."""

import math as _math

__all__ = ["NormalDist", "StatisticsError", "correlation", "covariance", "fmean", "geometric_mean", "harmonic_mean",
           "linear_regression", "mean", "median", "median_grouped", "median_high", "median_low", "mode", "multimode",
           "pstdev", "pvariance", "quantiles", "stdev", "variance"]


class StatisticsError(ValueError):
    """There are too few data."""


def _kind(data):
    """The type that results have: int, float, or what the data are (Fraction, Decimal)."""
    kind = int
    for x in data:
        cls = type(x)
        if cls is kind or cls is int or cls is bool:
            continue
        if kind is int or issubclass(cls, kind):
            kind = cls
        elif issubclass(kind, cls):
            pass
        elif cls is float or kind is float:
            kind = float
        elif issubclass(cls, int):
            pass
        else:
            raise TypeError(f"don't know how to coerce {kind.__name__} and {cls.__name__}")
    return kind


def _ratio(x):
    try:
        return x.as_integer_ratio()
    except (OverflowError, ValueError):
        return x, None  # infinite or not a number
    except AttributeError:
        raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator") from None


def _exact_sum(data):
    """The sum as (numerator, denominator); (value, None) when something is not finite."""
    partials = {}
    for x in data:
        n, d = (x, 1) if type(x) is int else _ratio(x)
        partials[d] = partials.get(d, 0) + n
    if None in partials:
        return partials[None], None
    common = _math.lcm(*partials) if partials else 1
    return sum([n * (common // d) for d, n in partials.items()]), common


def _convert(numerator, denominator, kind):
    """numerator / denominator as the type `kind`."""
    if denominator is None:
        return kind(numerator) if kind is not int else numerator
    if issubclass(kind, int):
        if denominator != 1 and numerator % denominator == 0:
            numerator, denominator = numerator // denominator, 1
        return kind(numerator) if denominator == 1 else numerator / denominator
    if issubclass(kind, float):
        return kind(numerator / denominator)
    try:
        return kind(numerator, denominator)  # Fraction
    except TypeError:
        return kind(numerator) / kind(denominator)  # Decimal


def _listed(data):
    return data if isinstance(data, (list, tuple)) else list(data)


def mean(data):
    """The arithmetic mean."""
    data = _listed(data)
    n = len(data)
    if n < 1:
        raise StatisticsError("mean requires at least one data point")
    total, d = _exact_sum(data)
    return _convert(total, None if d is None else d * n, _kind(data)) if d is not None else total / n


def fmean(data, weights=None):
    """The arithmetic mean as a float; faster."""
    data = _listed(data)
    n = len(data)
    if weights is None:
        if not n:
            raise StatisticsError("fmean requires at least one data point")
        return _math.fsum(data) / n
    weights = _listed(weights)
    if len(weights) != n:
        raise StatisticsError("data and weights must be the same length")
    total = _math.fsum(weights)
    if not total:
        raise StatisticsError("sum of weights must be non-zero")
    return _math.fsum([x * w for x, w in zip(data, weights)]) / total


def geometric_mean(data):
    """exp(mean(log(x)))."""
    data = _listed(data)
    try:
        return _math.exp(fmean([_math.log(x) for x in data]))
    except ValueError:
        raise StatisticsError("geometric mean requires a non-empty dataset containing positive numbers") from None


def harmonic_mean(data, weights=None):
    """The reciprocal of the mean of the reciprocals."""
    data = _listed(data)
    n = len(data)
    if n < 1:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if n == 1 and weights is None:
        if data[0] < 0:
            raise StatisticsError("harmonic mean does not support negative values")
        return data[0]
    weights = [1] * n if weights is None else _listed(weights)
    if len(weights) != n:
        raise StatisticsError("Number of weights does not match data size")
    for x, w in zip(data, weights):
        if x < 0:
            raise StatisticsError("harmonic mean does not support negative values")
        if x == 0 and w:
            return 0
    quotients = [w / x if w else 0 for w, x in zip(weights, data)]
    total, d = _exact_sum(quotients)
    weight, e = _exact_sum(weights)
    return _convert(weight * d, e * total, _kind(quotients)) if d is not None else weight / e / total


def median(data):
    """The middle value; between two, their mean."""
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError("no median for empty data")
    if n % 2:
        return data[n // 2]
    return (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    """The middle value, or the lower one of two."""
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[(len(data) - 1) // 2]


def median_high(data):
    """The middle value, or the higher one of two."""
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[len(data) // 2]


def median_grouped(data, interval=1):
    """The median of data that were grouped into intervals."""
    from bisect import bisect_left, bisect_right

    data = sorted(data)
    n = len(data)
    if not n:
        raise StatisticsError("no median for empty data")
    x = data[n // 2]
    i = bisect_left(data, x)
    j = bisect_right(data, x, lo=i)
    try:
        interval, x = float(interval), float(x)
    except ValueError:
        raise TypeError("Value cannot be converted to a float")
    return x - interval / 2.0 + interval * (n / 2 - i) / (j - i)


def mode(data):
    """The most frequent value, the first of several."""
    counts = _counts(data)
    if not counts:
        raise StatisticsError("no mode for empty data")
    return max(counts, key=counts.get)


def multimode(data):
    """The most frequent values."""
    counts = _counts(data)
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def _counts(data):
    counts = {}
    for x in data:
        counts[x] = counts.get(x, 0) + 1
    return counts


def quantiles(data, *, n=4, method="exclusive"):
    """The n - 1 cut points between intervals of equal probability."""
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    count = len(data)
    if count < 2:
        raise StatisticsError("must have at least two data points")
    result = []
    if method == "inclusive":
        m = count - 1
        for i in range(1, n):
            j, delta = divmod(i * m, n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return result
    if method == "exclusive":
        m = count + 1
        for i in range(1, n):
            j = min(max(i * m // n, 1), count - 1)
            delta = i * m - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
        return result
    raise ValueError(f"Unknown method: {method!r}")


def _squares(data, center):
    """Sum of squared differences from the center (the mean, without one), exactly: (numerator, denominator)."""
    pairs = [(x, 1) if type(x) is int else _ratio(x) for x in data]
    if any(d is None for _, d in pairs):
        return _math.nan, None
    common = _math.lcm(*[d for _, d in pairs])
    scaled = [n * (common // d) for n, d in pairs]
    if center is None:
        count, total = len(scaled), sum(scaled)
        # sum((x - total / count) ** 2) with the denominator count taken out
        return count * sum([x * x for x in scaled]) - total * total, count * common * common
    n, d = _ratio(center)
    return sum([(x * d - n * common) ** 2 for x in scaled]), (common * d) ** 2


def variance(data, xbar=None):
    """The sample variance."""
    data = _listed(data)
    if len(data) < 2:
        raise StatisticsError("variance requires at least two data points")
    total, d = _squares(data, xbar)
    return _convert(total, None if d is None else d * (len(data) - 1), _kind(data))


def pvariance(data, mu=None):
    """The variance of a whole population."""
    data = _listed(data)
    if len(data) < 1:
        raise StatisticsError("pvariance requires at least one data point")
    total, d = _squares(data, mu)
    return _convert(total, None if d is None else d * len(data), _kind(data))


def _root(numerator, denominator):
    """The square root of a fraction, correctly rounded."""
    shift = (numerator.bit_length() - denominator.bit_length() - 109) // 2
    if shift >= 0:
        scaled, exponent = numerator // (denominator << 2 * shift), shift
        exact = numerator == scaled * (denominator << 2 * shift)
    else:
        scaled, exponent = (numerator << -2 * shift) // denominator, shift
        exact = numerator << -2 * shift == scaled * denominator
    root = _math.isqrt(scaled)
    if root * root != scaled or not exact:
        root |= 1  # not exactly this: breaks a tie the right way
    return _math.ldexp(float(root), exponent) if root.bit_length() < 1024 else float(root << max(exponent, 0))


def _deviation(data, center, least, name, extra):
    data = _listed(data)
    if len(data) < least:
        raise StatisticsError(f"{name} requires at least {'two data points' if least == 2 else 'one data point'}")
    total, d = _squares(data, center)
    if d is None:
        return total
    kind = _kind(data)
    if kind is not float and kind is not int and hasattr(kind, "sqrt"):
        return _convert(total, d * (len(data) - extra), kind).sqrt()
    return _root(total, d * (len(data) - extra)) if total else 0.0


def stdev(data, xbar=None):
    """The square root of the sample variance."""
    return _deviation(data, xbar, 2, "stdev", 1)


def pstdev(data, mu=None):
    """The square root of the population variance."""
    return _deviation(data, mu, 1, "pstdev", 0)


def _paired(x, y, name):
    x, y = _listed(x), _listed(y)
    if len(x) != len(y):
        raise StatisticsError(f"{name} requires that both inputs have same number of data points")
    if len(x) < 2:
        raise StatisticsError(f"{name} requires at least two data points")
    return x, y


def covariance(x, y, /):
    """The sample covariance."""
    x, y = _paired(x, y, "covariance")
    xbar, ybar = _math.fsum(x) / len(x), _math.fsum(y) / len(x)
    return _math.fsum([(a - xbar) * (b - ybar) for a, b in zip(x, y)]) / (len(x) - 1)


def correlation(x, y, /):
    """Pearson's correlation coefficient."""
    x, y = _paired(x, y, "correlation")
    xbar, ybar = _math.fsum(x) / len(x), _math.fsum(y) / len(x)
    sxy = _math.fsum([(a - xbar) * (b - ybar) for a, b in zip(x, y)])
    sxx = _math.fsum([(d := a - xbar) * d for a in x])
    syy = _math.fsum([(d := b - ybar) * d for b in y])
    try:
        return sxy / _math.sqrt(sxx * syy)
    except ZeroDivisionError:
        raise StatisticsError("at least one of the inputs is constant")


class LinearRegression(tuple):
    """slope and intercept."""

    def __new__(cls, slope, intercept):
        return tuple.__new__(cls, (slope, intercept))

    slope = property(lambda self: self[0])
    intercept = property(lambda self: self[1])
    _fields = ("slope", "intercept")

    def __repr__(self):
        return f"LinearRegression(slope={self[0]!r}, intercept={self[1]!r})"


def linear_regression(x, y, /, *, proportional=False):
    """The line of least squares: y = slope * x + intercept."""
    x, y = _paired(x, y, "linear regression")
    if proportional:
        sxy = _math.fsum([a * b for a, b in zip(x, y)])
        sxx = _math.fsum([a * a for a in x])
    else:
        xbar, ybar = _math.fsum(x) / len(x), _math.fsum(y) / len(x)
        sxy = _math.fsum([(a - xbar) * (b - ybar) for a, b in zip(x, y)])
        sxx = _math.fsum([(d := a - xbar) * d for a in x])
    try:
        slope = sxy / sxx
    except ZeroDivisionError:
        raise StatisticsError("x is constant")
    return LinearRegression(slope, 0.0 if proportional else ybar - slope * xbar)


class NormalDist:
    """A normal distribution."""

    __slots__ = ("_mu", "_sigma")

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu, self._sigma = float(mu), float(sigma)

    @classmethod
    def from_samples(cls, data):
        """The distribution with the mean and standard deviation of the data."""
        data = _listed(data)
        return cls(fmean(data), stdev(data))

    def samples(self, n, *, seed=None):
        """n random numbers."""
        import random

        gauss = random.gauss if seed is None else random.Random(seed).gauss
        return [gauss(self._mu, self._sigma) for _ in range(n)]

    def pdf(self, x):
        """The density at x."""
        if not self._sigma:
            raise StatisticsError("pdf() not defined when sigma is zero")
        diff, variance = x - self._mu, self._sigma * self._sigma
        return _math.exp(diff * diff / (-2.0 * variance)) / _math.sqrt(_math.tau * variance)

    def cdf(self, x):
        """The probability of at most x."""
        if not self._sigma:
            raise StatisticsError("cdf() not defined when sigma is zero")
        return 0.5 * (1.0 + _math.erf((x - self._mu) / (self._sigma * _math.sqrt(2.0))))

    def inv_cdf(self, p):
        """The value that is not exceeded with probability p."""
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError("p must be in the range 0.0 < p < 1.0")
        return _normal_quantile(p) * self._sigma + self._mu

    def quantiles(self, n=4):
        """n - 1 cut points of equal probability."""
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def overlap(self, other):
        """How much of their areas two distributions share."""
        if not isinstance(other, NormalDist):
            raise TypeError("Expected another NormalDist instance")
        a, b = sorted((self, other), key=lambda d: (d._sigma, d._mu))
        va, vb = a.variance, b.variance
        if not va or not vb:
            raise StatisticsError("overlap() not defined when sigma is zero")
        dv, dm = vb - va, abs(b._mu - a._mu)
        if not dv:
            return 1.0 - _math.erf(dm / (2.0 * a._sigma * _math.sqrt(2.0)))
        middle = a._mu * vb - b._mu * va
        width = a._sigma * b._sigma * _math.sqrt(dm * dm + dv * _math.log(vb / va))
        x1, x2 = (middle + width) / dv, (middle - width) / dv
        return 1.0 - (abs(b.cdf(x1) - a.cdf(x1)) + abs(b.cdf(x2) - a.cdf(x2)))

    def zscore(self, x):
        """Standard deviations above the mean."""
        if not self._sigma:
            raise StatisticsError("zscore() not defined when sigma is zero")
        return (x - self._mu) / self._sigma

    mean = median = mode = property(lambda self: self._mu)
    stdev = property(lambda self: self._sigma)
    variance = property(lambda self: self._sigma * self._sigma)

    def __add__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu + other._mu, _math.hypot(self._sigma, other._sigma))
        return NormalDist(self._mu + other, self._sigma)

    def __sub__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu - other._mu, _math.hypot(self._sigma, other._sigma))
        return NormalDist(self._mu - other, self._sigma)

    def __mul__(self, factor):
        return NormalDist(self._mu * factor, self._sigma * abs(factor))

    def __truediv__(self, factor):
        return NormalDist(self._mu / factor, self._sigma / abs(factor))

    def __pos__(self):
        return NormalDist(self._mu, self._sigma)

    def __neg__(self):
        return NormalDist(-self._mu, self._sigma)

    __radd__, __rmul__ = __add__, __mul__

    def __rsub__(self, other):
        return -(self - other)

    def __eq__(self, other):
        if not isinstance(other, NormalDist):
            return NotImplemented
        return self._mu == other._mu and self._sigma == other._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f"{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})"


def _polynomial(coefficients, x):
    value = 0.0
    for c in coefficients:
        value = value * x + c
    return value


# M. J. Wichura, Algorithm AS 241: the percentage points of the normal distribution.
_CENTRAL = ((2.50908_09287_30122_6727e3, 3.34305_75583_58812_8105e4, 6.72657_70927_00870_0853e4,
             4.59219_53931_54987_1457e4, 1.37316_93765_50946_1125e4, 1.97159_09503_06551_4427e3,
             1.33141_66789_17843_7745e2, 3.38713_28727_96366_6080e0),
            (5.22649_52788_52854_5610e3, 2.87290_85735_72194_2674e4, 3.93078_95800_09271_0610e4,
             2.12137_94301_58659_5867e4, 5.39419_60214_24751_1077e3, 6.87187_00749_20579_0830e2,
             4.23133_30701_60091_1252e1, 1.0))
_MIDDLE = ((7.74545_01427_83414_07640e-4, 2.27238_44989_26918_45833e-2, 2.41780_72517_74506_11770e-1,
            1.27045_82524_52368_38258e0, 3.64784_83247_63204_60504e0, 5.76949_72214_60691_40550e0,
            4.63033_78461_56545_29590e0, 1.42343_71107_49683_57734e0),
           (1.05075_00716_44416_84324e-9, 5.47593_80849_95344_94600e-4, 1.51986_66563_61645_71966e-2,
            1.48103_97642_74800_74590e-1, 6.89767_33498_51000_04550e-1, 1.67638_48301_83803_84940e0,
            2.05319_16266_37758_82187e0, 1.0))
_FAR = ((2.01033_43992_92288_13265e-7, 2.71155_55687_43487_57815e-5, 1.24266_09473_88078_43860e-3,
         2.65321_89526_57612_30930e-2, 2.96560_57182_85048_91230e-1, 1.78482_65399_17291_33580e0,
         5.46378_49111_64114_36990e0, 6.65790_46435_01103_77720e0),
        (2.04426_31033_89939_78564e-15, 1.42151_17583_16445_88870e-7, 1.84631_83175_10054_68180e-5,
         7.86869_13114_56132_59100e-4, 1.48753_61290_85061_48525e-2, 1.36929_88092_27358_05310e-1,
         5.99832_20655_58879_37690e-1, 1.0))


def _normal_quantile(p):
    q = p - 0.5
    if abs(q) <= 0.425:
        r = 0.180625 - q * q
        return _polynomial(_CENTRAL[0], r) * q / _polynomial(_CENTRAL[1], r)
    r = _math.sqrt(-_math.log(p if q <= 0.0 else 1.0 - p))
    table, r = (_MIDDLE, r - 1.6) if r <= 5.0 else (_FAR, r - 5.0)
    x = _polynomial(table[0], r) / _polynomial(table[1], r)
    return -x if q < 0.0 else x

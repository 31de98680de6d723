import math

print(math.fsum([0.1] * 10), sum([0.1] * 10), math.fsum([1e100, 1.0, -1e100]), math.fsum([]))
print(math.fsum([1e16, 1, 1e-16]), math.fsum(x / 7 for x in range(100)), math.fsum([1, 2.5, True]))
print(math.hypot(3, 4), math.hypot(), math.hypot(-2), math.hypot(1, 1, 1, 1), math.hypot(1e200, 1e200), math.hypot(1e-320, 1e-320))
print(math.dist((1, 2), (4, 6)), math.dist([0.0], [2.5]), math.dist((1, 2, 3), (3, 2, 1)))
print(math.hypot(math.inf, math.nan), math.hypot(math.nan, 1), math.hypot(0.1, 0.2, 0.3))


def mean_and_deviation(values):
    mean = math.fsum(values) / len(values)
    return mean, math.sqrt(math.fsum((v - mean) ** 2 for v in values) / (len(values) - 1))


print(mean_and_deviation([2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5]))


def softmax(scores):
    top = max(scores)
    powers = [math.exp(s - top) for s in scores]
    total = math.fsum(powers)
    return [p / total for p in powers]


probabilities = softmax([2.0, 1.0, 0.1, -3.0])
print([round(p, 6) for p in probabilities], -math.fsum(p * math.log(p) for p in probabilities))

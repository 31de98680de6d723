import statistics as st
from fractions import Fraction
from decimal import Decimal

data = [2.5, 3.25, 5.5, 11.25, 11.75]
print(st.mean(data), st.median(data), st.stdev(data), st.variance(data), st.pstdev(data), st.pvariance(data), st.fmean(data))
print(st.mean([1, 2, 3, 4]), st.mean([1, 2]), st.mean([1, 3]), st.median([1, 3, 5, 7]), st.median_low([1, 3, 5, 7]), st.median_high([1, 3, 5, 7]))
print(st.mode([1, 1, 2, 3]), st.mode(["red", "blue", "red"]), st.multimode("aabbc"), st.multimode([]))
print(st.mean([Fraction(1, 2), Fraction(1, 3)]), st.mean([Decimal("0.5"), Decimal("0.75")]), st.variance([Fraction(1, 6), Fraction(1, 2), Fraction(5, 3)]))
print(st.quantiles([1, 2, 3, 4, 5], n=4), st.quantiles(range(1, 11), n=5, method="inclusive"), [round(q, 3) for q in st.quantiles(data, n=10)])
print(st.geometric_mean([54, 24, 36]), st.harmonic_mean([40, 60]), round(st.harmonic_mean([2.5, 3, 10]), 6))
print(round(st.correlation([1, 2, 3, 4], [2, 4, 5, 9]), 6), round(st.covariance([1, 2, 3, 4], [2, 4, 5, 9]), 6))
slope, intercept = st.linear_regression([1, 2, 3], [2, 4.1, 5.9])
print(round(slope, 6), round(intercept, 6), st.linear_regression([1, 2, 3], [3, 5, 7]))
for f in (lambda: st.mean([]), lambda: st.median([]), lambda: st.mode([]), lambda: st.stdev([1]), lambda: st.variance([]), lambda: st.quantiles([1]),
          lambda: st.geometric_mean([-1]), lambda: st.correlation([1, 2], [1]), lambda: st.mean(["a"]), lambda: st.harmonic_mean([-1])):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
n = st.NormalDist(mu=10, sigma=2)
print(n, n.mean, n.variance, round(n.pdf(10), 6), round(n.cdf(12), 6), round(n.inv_cdf(0.975), 6), [round(q, 3) for q in n.quantiles()], round(n.zscore(13), 3))
print(st.NormalDist.from_samples([1, 2, 3, 4, 5]), n + 5, n * 2, round(n.overlap(st.NormalDist(12, 2)), 6), n == st.NormalDist(10, 2))
print(st.stdev([1, 1, 1]), st.pvariance([0, 0, 1, 1]), st.variance([1, 2, 3], 2), st.mean(x * x for x in range(5)), st.median(["b", "a", "c"]), st.fmean([1, 2], [3, 1]))
losses = [0.91, 0.84, 0.87, 0.79, 0.95]
print(f"{st.mean(losses):.3f} ± {st.stdev(losses):.3f}", st.mean([True, False, True]), st.mean([0.1] * 3), st.median_grouped([52, 52, 53, 54]))

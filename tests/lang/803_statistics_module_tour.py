import statistics as st
from fractions import Fraction as F
from decimal import Decimal as D
d = [2, 4, 4, 4, 5, 5, 7, 9]; f = [1.5, 2.5, 4.0]
print(st.mean(d), st.mean(f), st.fmean(d), st.median(d), st.median_low(d), st.median_high(d), st.mode(d), st.multimode("aabbc"), st.pstdev(d), st.stdev(d), st.variance(d), st.pvariance(d), st.median([3, 1, 2]), st.mean([F(1, 2), F(1, 3)]), st.mean([D("0.1"), D("0.3")]), st.harmonic_mean([40, 60]), round(st.geometric_mean([54, 24, 36]), 10), st.quantiles(d), st.quantiles(d, n=10, method="inclusive")[:3], st.median_grouped([52, 52, 53, 54]), st.fmean([1, 2, 3], [3, 1, 1]), st.harmonic_mean([40, 60], weights=[5, 30]))
x, y = [1, 2, 3, 4, 5], [2.1, 3.9, 6.2, 7.8, 10.1]
print(round(st.covariance(x, y), 6), round(st.correlation(x, y), 6), st.linear_regression(x, y).slope.__round__(6), [round(v, 6) for v in st.linear_regression(x, y)], round(st.linear_regression(x, y, proportional=True).slope, 6))
n = st.NormalDist(100, 15); print(n, n.mean, n.stdev, round(n.cdf(115), 6), round(n.pdf(100), 6), round(n.inv_cdf(0.975), 4), n + 5, n * 2, n - st.NormalDist(50, 8), round(n.overlap(st.NormalDist(110, 15)), 6), n.zscore(130), [round(q, 2) for q in n.quantiles(4)], st.NormalDist.from_samples([1, 2, 3, 4]), n == st.NormalDist(100, 15), -n, n.variance, n.median, [round(v, 4) for v in n.samples(3, seed=1)])
for bad in (lambda: st.mean([]), lambda: st.median([]), lambda: st.mode([]), lambda: st.stdev([1]), lambda: st.variance([1]), lambda: st.mean(["a"]), lambda: st.quantiles([1]), lambda: st.harmonic_mean([-1]), lambda: st.geometric_mean([0]), lambda: st.correlation([1], [1]), lambda: st.correlation([1, 2], [1]), lambda: st.correlation([1, 1], [1, 2]), lambda: st.NormalDist(0, -1), lambda: st.fmean([]), lambda: st.pvariance([]), lambda: st.quantiles([1, 2], n=0), lambda: st.NormalDist().inv_cdf(2), lambda: st.linear_regression([1], [1]), lambda: st.multimode([]), lambda: st.mean(5)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
print(st.mean([1, 2]), type(st.mean([1, 3])).__name__, st.mean([1e30, 1, -1e30]), st.variance([1e9 + 1, 1e9 + 2, 1e9 + 3]), st.pstdev([5]), st.mean([True, False]), st.median(["a", "c", "b"]), st.stdev([F(1, 2), F(3, 2)]), st.variance([D("1.5"), D("2.5")]), st.mode(["x", "y", "x"]), st.mean(range(11)), st.mean(i for i in (1, 2, 6)), issubclass(st.StatisticsError, ValueError))
def summary(xs): q1, q2, q3 = st.quantiles(xs); return f"n={len(xs)} mean={st.fmean(xs):.2f}±{st.stdev(xs):.2f} [{min(xs)}, {q1}, {q2}, {q3}, {max(xs)}]"
print(summary([3, 7, 8, 5, 12, 14, 21, 13, 18]))

# torch.special and its aliases at ordinary and at odd places.
import torch

inf, nan = float("inf"), float("nan")
S = torch.special
x = torch.tensor([-2.5, -1.0, -0.5, 0.0, 0.5, 1.0, 2.5])
p = torch.tensor([0.0, 0.1, 0.5, 0.9, 1.0])
odd = torch.tensor([inf, -inf, nan, 0.0, -0.0])
one = "airy_ai bessel_j0 bessel_j1 bessel_y0 bessel_y1 digamma entr erf erfc erfcx erfinv exp2 expit expm1 gammaln i0 i0e i1 i1e log1p log_ndtr logit modified_bessel_i0 modified_bessel_i1 modified_bessel_k0 modified_bessel_k1 ndtr ndtri psi round scaled_modified_bessel_k0 sinc spherical_bessel_j0".split()
for name in one:
    function = getattr(S, name)
    print(f"{name:<26}", [round(v, 3) for v in function(x).tolist()], [round(v, 3) for v in function(p).tolist()], function(odd)[:2].tolist() if name not in ("airy_ai", "bessel_j0", "bessel_j1") else "")
print(S.xlogy(torch.tensor([0.0, 1.0, 2.0]), torch.tensor([0.0, 2.0, nan])), S.xlog1py(torch.tensor([0.0, 1.0]), torch.tensor([-1.0, 1.0])), torch.xlogy(2, p), torch.xlogy(p, 3), S.zeta(torch.tensor([2.0, 3.0]), 1.0), S.polygamma(1, p), torch.polygamma(2, torch.tensor([1.0])), S.multigammaln(torch.tensor([2.0, 3.0]), 2), S.gammainc(torch.tensor([1.0, 2.0]), torch.tensor([1.0, 1.0])), S.gammaincc(torch.tensor([1.0]), torch.tensor([1.0])), S.logsumexp(x, 0), S.softmax(x, 0), S.log_softmax(x, 0)[:2])
n = torch.tensor([0, 1, 2, 3])
t = torch.tensor([0.5])
print(S.chebyshev_polynomial_t(t, n), S.chebyshev_polynomial_u(t, n), S.chebyshev_polynomial_v(t, n), S.chebyshev_polynomial_w(t, n), S.hermite_polynomial_h(t, n), S.hermite_polynomial_he(t, n), S.laguerre_polynomial_l(t, n), S.legendre_polynomial_p(t, n), S.shifted_chebyshev_polynomial_t(t, n))
print(torch.erf(x), torch.erfc(x), torch.erfinv(p * 2 - 1), torch.lgamma(x), torch.digamma(x), torch.mvlgamma(torch.tensor([3.0]), 2), torch.igamma(torch.tensor([2.0]), torch.tensor([1.0])), torch.igammac(torch.tensor([2.0]), torch.tensor([1.0])), torch.i0(x), torch.sinc(x), torch.logit(p), torch.logit(p, eps=0.1), torch.expit(x) if hasattr(torch, "expit") else torch.sigmoid(x))
print(torch.hypot(torch.tensor([3.0]), torch.tensor([4.0])), torch.ldexp(torch.tensor([1.5]), torch.tensor([3])), torch.frexp(torch.tensor([8.0, 0.3])), torch.nextafter(torch.tensor([1.0]), torch.tensor([2.0])) - 1, torch.copysign(torch.tensor([1.0, -2.0]), torch.tensor([-0.0, 3.0])), torch.signbit(torch.tensor([-0.0, 0.0, -1.0])), torch.float_power(torch.tensor([2, 3]), 2), torch.heaviside(x, torch.tensor(0.5)), torch.logaddexp(p, p), torch.logaddexp2(p, p), torch.fmod(x, 2), torch.remainder(x, 2), torch.trunc(x), torch.fix(x), torch.frac(x), torch.rad2deg(x), torch.deg2rad(torch.tensor([180.0])), torch.gcd(torch.tensor([12, 18]), torch.tensor([8])), torch.lcm(torch.tensor([4]), torch.tensor([6])))
print(torch.nan_to_num(odd), torch.nan_to_num(odd, nan=1.0, posinf=2.0, neginf=-2.0), torch.isfinite(odd), torch.isposinf(odd), torch.isneginf(odd), torch.isreal(odd), torch.isclose(odd, odd), torch.isclose(odd, odd, equal_nan=True), torch.sgn(odd), torch.sign(odd), torch.reciprocal(odd), torch.rsqrt(odd), odd.sqrt(), odd.log(), odd.exp(), torch.maximum(odd, p), torch.fmax(odd, p), torch.fmin(odd, p), odd.round(), odd.floor(), torch.round(torch.tensor([0.5, 1.5, 2.5, -0.5])), torch.round(torch.tensor([1234.567]), decimals=-2), torch.round(torch.tensor([1.2345]), decimals=2))
print(torch.bitwise_and(torch.tensor(12), 10), torch.bitwise_or(torch.tensor([1, 2]), torch.tensor([4])), torch.bitwise_xor(torch.tensor(True), True), torch.bitwise_left_shift(torch.tensor([1, 2]), 3), torch.bitwise_right_shift(torch.tensor([-8]), 1), ~torch.tensor([0, 5]), torch.tensor([6]) >> 1, 1 << torch.tensor([3]), torch.logical_xor(torch.tensor([1, 0]), torch.tensor([2.0, 0.0])), torch.tensor([5]) ^ 1)

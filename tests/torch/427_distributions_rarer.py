import torch
from torch.distributions import *

torch.manual_seed(0)
pos = torch.tensor([0.3, 1.0, 2.5])
unit = torch.tensor([0.2, 0.5, 0.9])


def show(d, v):
    name = type(d).__name__
    parts = [f"{name} {tuple(d.batch_shape)}{tuple(d.event_shape)}"]
    for what in ("mean", "mode", "variance", "stddev"):
        try:
            x = getattr(d, what)
            parts.append(f"{what}={[round(q, 4) for q in x.flatten().tolist()]}")
        except NotImplementedError:
            parts.append(f"{what}:none")
    print("; ".join(parts))
    for call in (lambda: d.log_prob(v), lambda: d.entropy(), lambda: d.cdf(v), lambda: d.icdf(unit[: v.shape[-1] if v.ndim else 1])):
        try:
            print("   ", [round(q, 4) for q in call().flatten().tolist()])
        except (NotImplementedError, AttributeError) as e:
            print("   ", type(e).__name__)
    print("   ", d)


show(Weibull(torch.tensor([1.0, 2.0, 3.0]), torch.tensor([0.8, 1.5, 2.0])), pos)
show(HalfCauchy(torch.tensor([1.0, 2.0, 0.5])), pos)
show(HalfNormal(torch.tensor([1.0, 2.0, 0.5])), pos)
show(InverseGamma(torch.tensor([3.0, 2.5, 4.0]), torch.tensor([1.0, 2.0, 0.5])), pos)
show(FisherSnedecor(torch.tensor([5.0, 6.0, 7.0]), torch.tensor([5.0, 9.0, 8.0])), pos)
show(Kumaraswamy(torch.tensor([1.0, 2.0, 0.5]), torch.tensor([1.0, 0.7, 2.0])), unit)
show(ContinuousBernoulli(torch.tensor([0.1, 0.4999, 0.8])), unit)
show(NegativeBinomial(torch.tensor([3.0, 5.0, 2.0]), torch.tensor([0.3, 0.5, 0.2])), torch.tensor([0.0, 4.0, 2.0]))
show(VonMises(torch.tensor([0.0, 1.0, -2.0]), torch.tensor([0.5, 4.0, 10.0])), torch.tensor([0.1, 1.5, -3.0]))
show(RelaxedBernoulli(torch.tensor(0.5), probs=torch.tensor([0.3, 0.6, 0.9])), unit)
show(RelaxedOneHotCategorical(torch.tensor(0.7), logits=torch.tensor([1.0, 0.0, -1.0])), torch.tensor([0.2, 0.3, 0.5]))
show(OneHotCategoricalStraightThrough(probs=torch.tensor([0.2, 0.3, 0.5])), torch.tensor([0.0, 1.0, 0.0]))
show(LogisticNormal(torch.tensor([0.0, 0.5]), torch.tensor([1.0, 0.3])), torch.tensor([0.2, 0.3, 0.5]))
show(LowRankMultivariateNormal(torch.zeros(3), torch.tensor([[1.0], [0.5], [0.0]]), torch.tensor([1.0, 0.5, 2.0])), torch.tensor([0.1, -1.0, 2.0]))
show(GeneralizedPareto(torch.tensor(0.0), torch.tensor([1.0, 2.0, 1.0]), torch.tensor([0.1, 0.2, 0.3])), pos)
show(Wishart(torch.tensor(4.0), torch.eye(2)), torch.tensor([[2.0, 0.3], [0.3, 1.0]]))
lkj = LKJCholesky(3, 1.5)
L = lkj.sample()
print(lkj, L.shape, (L @ L.T).diagonal(), lkj.log_prob(torch.linalg.cholesky(torch.eye(3))).round(decimals=4))
for make in (lambda: Weibull(1.0, 2.0), lambda: HalfCauchy(1.0), lambda: InverseGamma(3.0, 1.0), lambda: FisherSnedecor(5.0, 6.0), lambda: Kumaraswamy(2.0, 3.0), lambda: ContinuousBernoulli(0.3), lambda: NegativeBinomial(4.0, 0.4),
             lambda: VonMises(torch.tensor([0.0]), torch.tensor([2.0])), lambda: RelaxedBernoulli(torch.tensor(0.5), probs=torch.tensor([0.3])), lambda: RelaxedOneHotCategorical(torch.tensor(1.0), probs=torch.tensor([0.5, 0.5])), lambda: OneHotCategoricalStraightThrough(probs=torch.tensor([0.5, 0.5])),
             lambda: LogisticNormal(torch.zeros(2), torch.ones(2)), lambda: LowRankMultivariateNormal(torch.zeros(2), torch.ones(2, 1), torch.ones(2)), lambda: GeneralizedPareto(0.0, 1.0, 0.2), lambda: Wishart(torch.tensor(3.0), torch.eye(2))):
    d = make()
    torch.manual_seed(7)
    s = d.sample((2,))
    print(type(d).__name__, [round(v, 4) for v in s.flatten().tolist()], d.has_rsample, d.support)

"""Probability distributions: the ones that notebooks use."""

from torch.distributions import constraints
from torch.distributions.distribution import Distribution, Independent
from torch.distributions.discrete import (Bernoulli, Binomial, Categorical, Geometric, Multinomial, OneHotCategorical, Poisson)
from torch.distributions.continuous import (Beta, Cauchy, Chi2, Dirichlet, Exponential, Gamma, Gumbel, HalfNormal, Laplace,
                                            LogNormal, Normal, Pareto, StudentT, Uniform)
from torch.distributions.multivariate import MixtureSameFamily, MultivariateNormal
from torch.distributions.transforms import (AbsTransform, AffineTransform, ComposeTransform, ExpTransform, PowerTransform,
                                            SigmoidTransform, SoftmaxTransform, SoftplusTransform, TanhTransform, Transform,
                                            TransformedDistribution, identity_transform)
from torch.distributions.kl import kl_divergence, register_kl

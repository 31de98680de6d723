"""Probability distributions."""

from torch.distributions import constraints
from torch.distributions.distribution import Distribution, ExponentialFamily, Independent
from torch.distributions.discrete import (Bernoulli, Binomial, Categorical, Geometric, Multinomial, OneHotCategorical, Poisson)
from torch.distributions.continuous import (Beta, Cauchy, Chi2, Dirichlet, Exponential, Gamma, Gumbel, HalfNormal, Laplace,
                                            LogNormal, Normal, Pareto, StudentT, Uniform)
from torch.distributions.multivariate import MixtureSameFamily, MultivariateNormal
from torch.distributions.rarer import (ContinuousBernoulli, FisherSnedecor, GeneralizedPareto, NegativeBinomial, VonMises)
from torch.distributions.transforms import (AbsTransform, AffineTransform, CatTransform, ComposeTransform, CorrCholeskyTransform,
                                            CumulativeDistributionTransform, ExpTransform, IndependentTransform,
                                            LowerCholeskyTransform, PositiveDefiniteTransform, PowerTransform, ReshapeTransform,
                                            SigmoidTransform, SoftmaxTransform, SoftplusTransform, StackTransform,
                                            StickBreakingTransform, TanhTransform, Transform, identity_transform)
from torch.distributions.transformed import (HalfCauchy, InverseGamma, Kumaraswamy, LogisticNormal, TransformedDistribution,
                                             Weibull)
from torch.distributions.relaxed import (ExpRelaxedCategorical, LogitRelaxedBernoulli, OneHotCategoricalStraightThrough,
                                         RelaxedBernoulli, RelaxedOneHotCategorical)
from torch.distributions.matrices import LKJCholesky, LowRankMultivariateNormal, Wishart
from torch.distributions.constraint_registry import biject_to, transform_to
from torch.distributions.kl import kl_divergence, register_kl

"""Classes that gradients flow through: relaxed, and straight through."""

import torch
from torch.distributions import constraints
from torch.distributions.discrete import Categorical, OneHotCategorical, _ByProbability
from torch.distributions.distribution import Distribution, broadcast
from torch.distributions.transformed import TransformedDistribution
from torch.distributions.transforms import ExpTransform, SigmoidTransform
from torch.distributions.utils import clamp_probs


class OneHotCategoricalStraightThrough(OneHotCategorical):
    """Vectors of zeros and a one, with the gradient of the probabilities."""

    has_rsample = True

    def rsample(self, sample_shape=()):
        """Draws that gradients flow through."""
        drawn, probs = self.sample(sample_shape), self.probs
        return drawn + (probs - probs.detach())


class LogitRelaxedBernoulli(_ByProbability):
    """The logit of a relaxed Bernoulli draw."""

    support, has_rsample = constraints.real, True

    def __init__(self, temperature, probs=None, logits=None, validate_args=None):
        self.temperature = temperature
        super().__init__(self._take(probs, logits), (), validate_args)

    def rsample(self, sample_shape=()):
        """Draws that gradients flow through."""
        shape = self._extended_shape(sample_shape)
        p = clamp_probs(self.probs.expand(shape))
        u = clamp_probs(torch.rand(shape, dtype=p.dtype))
        return (u.log() - (-u).log1p() + p.log() - (-p).log1p()) / self.temperature

    def log_prob(self, value):
        """Log density."""
        self._validate_sample(value)
        logits, value = broadcast(self.logits, value)
        diff = logits - value.mul(self.temperature)
        return self.temperature.log() + diff - 2 * diff.exp().log1p()


class _Relaxed(TransformedDistribution):
    arg_constraints = {"probs": constraints.unit_interval, "logits": constraints.real}
    temperature = property(lambda self: self.base_dist.temperature)
    logits = property(lambda self: self.base_dist.logits)
    probs = property(lambda self: self.base_dist.probs)


class RelaxedBernoulli(_Relaxed):
    """Near 0 or 1, the nearer the lower the temperature."""

    support = constraints.unit_interval

    def __init__(self, temperature, probs=None, logits=None, validate_args=None):
        super().__init__(LogitRelaxedBernoulli(temperature, probs, logits), SigmoidTransform(), validate_args)


class ExpRelaxedCategorical(Distribution):
    """The logarithms of a relaxed one-hot draw."""

    support, has_rsample = constraints.real_vector, True

    def __init__(self, temperature, probs=None, logits=None, validate_args=None):
        self._categorical, self.temperature = Categorical(probs, logits), temperature
        super().__init__(self._categorical.batch_shape, self._categorical.param_shape[-1:], validate_args)

    logits = property(lambda self: self._categorical.logits)
    probs = property(lambda self: self._categorical.probs)

    def rsample(self, sample_shape=()):
        """Draws that gradients flow through."""
        u = clamp_probs(torch.rand(self._extended_shape(sample_shape), dtype=self.logits.dtype))
        scores = (self.logits - (-u.log()).log()) / self.temperature
        return scores - scores.logsumexp(dim=-1, keepdim=True)

    def log_prob(self, value):
        """Log density."""
        self._validate_sample(value)
        k = self._categorical._num_events
        logits, value = broadcast(self.logits, value)
        scale = torch.full_like(self.temperature, float(k)).lgamma() - self.temperature.log().mul(-(k - 1))
        score = logits - value.mul(self.temperature)
        return (score - score.logsumexp(dim=-1, keepdim=True)).sum(-1) + scale

    def __repr__(self):
        return "ExpRelaxedCategorical()"


class RelaxedOneHotCategorical(_Relaxed):
    """Probabilities near one-hot, the nearer the lower the temperature."""

    support = constraints.simplex
    arg_constraints = {"probs": constraints.simplex, "logits": constraints.real_vector}

    def __init__(self, temperature, probs=None, logits=None, validate_args=None):
        super().__init__(ExpRelaxedCategorical(temperature, probs, logits), ExpTransform(), validate_args)

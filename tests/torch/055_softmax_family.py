import torch
import torch.nn.functional as F

x = torch.tensor([[1.0, 2.0, 3.0], [0.0, 0.0, 0.0]])
print(F.softmax(x, dim=-1), F.log_softmax(x, dim=0), F.softmin(x, 1), x.softmax(0), torch.softmax(x, 1, dtype=torch.float64), F.softmax(x[0]) if False else "", F.sigmoid(x), F.tanh(x), F.logsigmoid(x))
print(torch.logsumexp(x, dim=(0, 1)), x.logsumexp(1, keepdim=True), (x - x.max(-1, keepdim=True).values).exp(), F.normalize(x + 1, dim=-1), F.normalize(x, p=1, dim=1), x.log_softmax(-1).exp().sum(-1), F.glu(torch.arange(4.0)), F.softplus(x), F.softsign(x), F.tanhshrink(x), F.hardshrink(x), F.softshrink(x, 0.5), F.threshold(x, 1.5, 9.0), F.rrelu(x, training=False), F.relu6(x * 4), F.elu(-x), F.selu(-x), F.celu(-x, 2.0), F.leaky_relu(-x, 0.1), F.hardtanh(x, 0, 2), F.hardswish(x), F.hardsigmoid(x), F.mish(x), F.silu(x), F.gelu(x), F.gelu(x, approximate="tanh"), F.prelu(-x, torch.tensor(0.2)), F.relu(-x, inplace=False))
y = torch.tensor([-1.0, 2.0])
z = y.clone()
print(F.relu(z, inplace=True), z, F.relu_(y.clone()), torch.relu_(y.clone()), F.leaky_relu(y.clone(), 0.5, inplace=True), F.elu(y, alpha=2.0, inplace=False), F.silu(y.clone(), inplace=True), F.dropout(y, 0.0), F.dropout(y, 0.5, training=False), F.dropout(y, p=1.0))
big = torch.tensor([1e4, -1e4, 0.0])
print(big.softmax(0), big.sigmoid(), big.log_softmax(0), F.softplus(big), torch.full((3,), float("-inf")).softmax(0), torch.tensor([float("inf"), 0.0]).softmax(0), torch.tensor([float("nan"), 1.0]).softmax(0), big.half().softmax(0), F.cross_entropy(big[None], torch.tensor([1])), F.binary_cross_entropy_with_logits(big, torch.tensor([1.0, 0.0, 1.0])))
t = torch.tensor([2.0, 1.0, 0.1])
for T in (0.1, 1.0, 10.0):
    p = (t / T).softmax(0)
    print(T, p, -(p * p.log2()).sum(), p.max() - p.min())
print(F.one_hot(t.argmax(), 3), F.gumbel_softmax(t, hard=True).sum(), F.log_softmax(t, 0).gather(0, torch.tensor([1])), F.nll_loss(F.log_softmax(t, 0)[None], torch.tensor([0])), F.layer_norm(x, (3,)), F.layer_norm(x, [3], torch.ones(3), torch.ones(3)), F.rms_norm(x, (3,), eps=1e-6), F.group_norm(x[:, :2, None], 1), F.batch_norm(x, torch.zeros(3), torch.ones(3)), F.batch_norm(x, None, None, training=True), F.instance_norm(x[:, None]), F.local_response_norm(x[:, :, None], 2))

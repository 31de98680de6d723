import torch
import torch.nn.functional as F

torch.manual_seed(0)
x = torch.randn(2, 3)
print(F.one_hot(torch.tensor([0, 2])), F.one_hot(torch.tensor([1]), 4), F.pairwise_distance(x[:1], x[1:]), F.pdist(x), F.cosine_similarity(x[0], x[1], dim=0), F.normalize(x, p=1, dim=1))
print(F.dropout(x, 0.5, training=False).equal(x), F.alpha_dropout(x, 0.0).equal(x), F.softmax(x, -1), F.log_softmax(x, -1).exp().sum(-1), F.gumbel_softmax(x, tau=0.5).sum(-1), F.hardtanh(x), F.glu(torch.arange(4.0)))
print(F.pad(x, (1, 1)), F.pad(x, (0, 0, 1, 0), value=9.0), F.pad(x[None], (1, 0), mode="reflect"), F.unfold(torch.arange(16.0).view(1, 1, 4, 4), 2, stride=2)[0, :, 0])
print(F.interpolate(torch.arange(4.0).view(1, 1, 4), scale_factor=2), F.interpolate(torch.arange(4.0).view(1, 1, 4), size=7, mode="linear", align_corners=True), F.interpolate(torch.arange(4.0).view(1, 1, 2, 2), size=(4, 4), mode="bicubic")[0, 0, 0], F.interpolate(torch.arange(4.0).view(1, 1, 2, 2), size=4, mode="bilinear", antialias=True)[0, 0, 1], F.interpolate(torch.arange(6.0).view(1, 1, 6), size=3, mode="area"))
print(F.bilinear(x[:1], x[1:], torch.ones(2, 3, 3)), F.linear(x, torch.ones(2, 3), torch.tensor([1.0, 2.0])), F.embedding(torch.tensor([1, 0]), x), F.embedding_bag(torch.tensor([0, 1]), x, torch.tensor([0]), mode="sum"), F.layer_norm(x, (3,)), F.rms_norm(x, (3,)), F.batch_norm(x, torch.zeros(3), torch.ones(3)), F.group_norm(x[None].transpose(1, 2), 3).shape)
print(F.avg_pool1d(x[None], 2), F.max_pool1d(x[None], 2, stride=1), F.adaptive_avg_pool1d(x[None], 1), F.adaptive_max_pool1d(x[None], 2), F.lp_pool1d(x[None].abs(), 2, 3), F.conv1d(x[None], torch.ones(1, 2, 2)), F.conv_transpose1d(x[None], torch.ones(2, 1, 2)))
print(F.multilabel_margin_loss(x[0], torch.tensor([1, -1, 0])), F.soft_margin_loss(x, x.sign()), F.triplet_margin_with_distance_loss(x, x + 1, x - 2), F.logsigmoid(x), F.threshold(x, 0.1, 20), F.celu(x, 2.0), F.softshrink(x), F.tanhshrink(x), F.relu6(x * 5), F.elu(x), F.mish(x), F.hardswish(x), F.silu(x), F.selu(x), F.softplus(x, 1, 0.5), F.rrelu(x), F.prelu(x, torch.tensor([0.1, 0.2, 0.3])))

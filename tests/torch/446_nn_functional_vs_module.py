import torch
from torch import nn
import torch.nn.functional as F

torch.manual_seed(0)
x, img, ids = torch.randn(3, 4), torch.randn(2, 3, 6, 6), torch.randint(0, 5, (2, 4))
pairs = {
    "linear": (lambda m: F.linear(x, m.weight, m.bias), nn.Linear(4, 2), x),
    "conv2d": (lambda m: F.conv2d(img, m.weight, m.bias, padding=1), nn.Conv2d(3, 4, 3, padding=1), img),
    "bilinear": (lambda m: F.bilinear(x, x, m.weight, m.bias), nn.Bilinear(4, 4, 2), (x, x)),
    "embedding": (lambda m: F.embedding(ids, m.weight), nn.Embedding(5, 3), ids),
    "layer_norm": (lambda m: F.layer_norm(x, (4,), m.weight, m.bias), nn.LayerNorm(4), x),
    "group_norm": (lambda m: F.group_norm(img, 3, m.weight, m.bias), nn.GroupNorm(3, 3), img),
    "rms_norm": (lambda m: F.rms_norm(x, (4,), m.weight), nn.RMSNorm(4), x),
    "unfold": (lambda m: F.unfold(img, 2, stride=2), nn.Unfold(2, stride=2), img),
    "prelu": (lambda m: F.prelu(img, m.weight), nn.PReLU(3), img),
    "local": (lambda m: F.local_response_norm(img, 2), nn.LocalResponseNorm(2), img),
    "pixel": (lambda m: F.pixel_unshuffle(img, 2), nn.PixelUnshuffle(2), img),
    "alpha": (lambda m: F.alpha_dropout(x, 0.3, training=False), nn.AlphaDropout(0.3).eval(), x),
    "interp": (lambda m: F.interpolate(img, scale_factor=2), nn.Upsample(scale_factor=2), img),
    "cosine": (lambda m: F.cosine_similarity(x, x + 1), nn.CosineSimilarity(), (x, x + 1)),
    "pairwise": (lambda m: F.pairwise_distance(x, x + 1), nn.PairwiseDistance(), (x, x + 1)),
    "batch": (lambda m: F.batch_norm(img, m.running_mean, m.running_var), nn.BatchNorm2d(3).eval(), img),
}
for name, (f, m, args) in pairs.items():
    a, b = f(m), m(*args) if isinstance(args, tuple) else m(args)
    print(f"{name:<10} {str(tuple(a.shape)):<16} {torch.allclose(a, b)} {a.sum().item():.4f}")
torch.manual_seed(1)
print(F.dropout(torch.ones(8), 0.5), F.dropout(torch.ones(3), 0.5, training=False))
print(F.dropout1d(torch.ones(1, 3, 2), 0.5), F.dropout2d(torch.ones(1, 4, 2, 2), 0.5).sum((2, 3)), F.feature_alpha_dropout(torch.ones(1, 2, 2), 0.5))
print(nn.Dropout(0.0)(x).equal(x), nn.Dropout(1.0)(x).abs().sum(), nn.AlphaDropout(0.2)(torch.zeros(4)))
for f in (lambda: nn.Dropout(1.5), lambda: F.dropout(x, -0.1), lambda: F.linear(x, torch.ones(2, 3)), lambda: F.one_hot(torch.tensor([-1])), lambda: F.one_hot(torch.tensor([3]), 2), lambda: F.one_hot(torch.tensor([1.0])), lambda: F.softmax(x, dim=5), lambda: F.cosine_similarity(x, torch.ones(2, 3)), lambda: F.nll_loss(x, torch.tensor([0])), lambda: F.pixel_shuffle(x, 2), lambda: F.normalize("a"), lambda: F.grid_sample(img, torch.ones(1, 2, 2, 2)), lambda: F.glu(torch.ones(3)), lambda: F.layer_norm(x, (3,)), lambda: F.batch_norm(torch.ones(1, 2), None, None, training=True), lambda: F.fold(torch.ones(1, 4, 3), (4, 4), 2), lambda: F.ctc_loss(x, ids, 1, 1)):
    try:
        print("fine", f())
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0][:140])
print(F.softmin(x[0], 0).sum().round(decimals=4), F.hardswish(x[0]), F.logsigmoid(x[0]), F.tanhshrink(x[0]).round(decimals=4))
print(F.gaussian_nll_loss(x, x + 1, torch.ones(3, 4)), F.poisson_nll_loss(x, x.abs()).round(decimals=4), F.huber_loss(x, x + 2, delta=0.5), F.smooth_l1_loss(x, x + 2, beta=0.0))
print(F.multi_margin_loss(x, torch.tensor([0, 1, 2])).round(decimals=4), F.soft_margin_loss(x, x.sign()).round(decimals=4), F.hinge_embedding_loss(x, x.sign()).round(decimals=4), F.multilabel_soft_margin_loss(x, (x > 0).float()).round(decimals=4))
print(F.pdist(x).shape, torch.cdist(x, x).diagonal(), F.unfold(img, 3).shape, F.fold(F.unfold(img, 2, stride=2), (6, 6), 2, stride=2).equal(img))

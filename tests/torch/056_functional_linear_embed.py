import torch
import torch.nn.functional as F

x = torch.arange(6.0).reshape(2, 3)
W, b = torch.ones(4, 3) * 0.5, torch.arange(4.0)
print(F.linear(x, W), F.linear(x, W, b), F.linear(x[0], W), F.linear(x, W, bias=None).shape, F.bilinear(x, x, torch.ones(1, 3, 3)), torch.addmm(b, x, W.T), x @ W.T + b, F.linear(input=x, weight=W, bias=b)[0])
table = torch.arange(10.0).view(5, 2)
print(F.embedding(torch.tensor([[0, 4], [1, 1]]), table), F.embedding(torch.tensor(2), table), table[torch.tensor([0, 3])], F.embedding(torch.tensor([1]), table, padding_idx=1), F.embedding_bag(torch.tensor([0, 1, 2, 4]), table, torch.tensor([0, 2])), F.embedding_bag(torch.tensor([[0, 1], [2, 4]]), table, mode="sum"), F.embedding_bag(torch.tensor([0, 1]), table, torch.tensor([0]), mode="max"), F.embedding(torch.tensor([4]), table.clone(), max_norm=1.0))
emb = torch.nn.Embedding.from_pretrained(table)
print(emb, emb(torch.tensor([3])), emb.weight.requires_grad, torch.nn.Embedding.from_pretrained(table, freeze=False).weight.requires_grad, torch.nn.Embedding(3, 2, padding_idx=0).weight[0], torch.nn.Embedding(3, 2, padding_idx=-1).padding_idx, torch.nn.EmbeddingBag.__name__)
e = torch.nn.Embedding(4, 3, padding_idx=0)
with torch.no_grad():
    e.weight.copy_(torch.arange(12.0).view(4, 3))
e(torch.tensor([0, 1, 1])).sum().backward()
print(e.weight.grad, e.weight[0])
h = torch.nn.functional.pad(x, (1, 0, 0, 2), value=-1.0)
print(h, F.pad(x, [0, 1]), F.unfold(torch.arange(9.0).view(1, 1, 3, 3), 2), F.fold(torch.ones(1, 4, 4), (3, 3), 2), F.pixel_shuffle(torch.arange(4.0).view(1, 4, 1, 1), 2), F.avg_pool1d(x[None], 3), F.max_pool1d(x[None], 2, stride=1), F.adaptive_avg_pool1d(x[None], 2), F.interpolate(x[None], scale_factor=2), F.interpolate(x[None], size=2, mode="linear"), F.cosine_similarity(x, x + 1), F.pdist(x), torch.cdist(x, x), F.pairwise_distance(x[0], x[1]))
print(F.conv1d(x[None], torch.ones(1, 2, 2)), F.conv1d(torch.ones(1, 1, 4), torch.ones(1, 1, 2), bias=torch.tensor([5.0]), stride=2, padding=1), F.conv2d(torch.ones(1, 1, 3, 3), torch.ones(1, 1, 2, 2), padding="same"), F.conv_transpose1d(torch.ones(1, 1, 2), torch.ones(1, 1, 2), stride=2), torch.conv1d(torch.ones(1, 1, 3), torch.ones(1, 1, 1)).shape, F.scaled_dot_product_attention(x[None], x[None], x[None]), F.dropout(x, 0.0, True), F.layer_norm(x, x.shape[-1:]), F.normalize(x, dim=-1).norm(dim=-1))
for bad in (lambda: F.linear(x, torch.ones(4, 2)), lambda: F.embedding(torch.tensor([0.5]), table), lambda: F.pad(x, (1,)), lambda: F.softmax(x, dim=5), lambda: F.conv1d(x, W), lambda: F.dropout(x, 2.0), lambda: F.one_hot(torch.tensor([-1])), lambda: F.layer_norm(x, (2,)), lambda: F.pad(x, (1, 1), mode="reflect") if False else F.pad(x, (1, 1), mode="bogus"), lambda: F.embedding_bag(torch.tensor([1]), table), lambda: F.cosine_similarity(x, torch.ones(2, 4))):
    try:
        print(bad())
    except Exception as err:
        print(type(err).__name__, str(err).split("\n")[0][:110])

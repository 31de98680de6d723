import torch

a = torch.tensor([1.0, 2.0], requires_grad=True)
b = torch.tensor([3.0, 4.0], requires_grad=True)
c = (a * b + a.exp()).sum() / 2
node = c.grad_fn
names, todo = [], [node]
while todo:
    n = todo.pop(0)
    names.append(type(n).__name__)
    todo += [m for m, _ in n.next_functions if m is not None]
print(names, node.name(), node.next_functions[0][0].name())
for op in (a.relu(), a.softmax(0), a @ b, a.view(2, 1), a[0], a[:1], a.t(), a.clone(), a.float(), a.double(), a.mean(), a.max(), a.norm(), a.pow(2), a.sqrt(), torch.cat([a, b]), torch.stack([a, b]), a.unsqueeze(0), a.expand(2, 2), a.sigmoid(), a.tanh(), a.log(), a.abs(), a.clamp(0, 1), a.cumsum(0), a.flip(0), a.sort()[0], a.topk(1)[0], a.gather(0, torch.tensor([0])), a.masked_fill(a > 1, 0), torch.where(a > 1, a, b), a.repeat(2), a.std(), a.var(), a.prod(), a.logsumexp(0), torch.einsum("i,i->", a, b), torch.outer(a, b), a.index_select(0, torch.tensor([1])), a.reshape(2, 1), a.permute(0), a.detach(), -a, a - b, a / b, 1 / a, 2 ** a, a % 2, a.round(), torch.nn.functional.gelu(a), torch.nn.functional.linear(a, torch.ones(1, 2), torch.ones(1)), torch.nn.functional.dropout(a, 0.5), torch.nn.functional.mse_loss(a, b), torch.nn.functional.layer_norm(a, (2,)), torch.nn.functional.cross_entropy(a[None], torch.tensor([0])), torch.nn.functional.embedding(torch.tensor([0]), a[None]), a.type_as(b.double()), a.squeeze(), a.sum(0), a.amax(0), a.lerp(b, 0.5), torch.addmm(a[None], a[:, None].T, torch.ones(1, 1).expand(2, 2) if False else torch.eye(2)), a.split(1)[0], a.unbind()[0], a.chunk(2)[1], torch.linalg.norm(a), a.roll(1), torch.tril(a.expand(2, 2)), a.diag(), a.view(2, 1) * b, a.requires_grad_().mul(1), a.to(torch.float16), a.sin() + a.cos(), a.erf(), a.log_softmax(0), a.maximum(b), a.sign(), a.unfold(0, 1, 1), a.narrow(0, 0, 1), a.dot(b), a.ceil()):
    print(type(op.grad_fn).__name__, end=" ")
print()
print(a.grad_fn, c.requires_grad, a.is_leaf, c.is_leaf, (a * 2).is_leaf, torch.ones(1).is_leaf)

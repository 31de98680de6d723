import torch

torch.manual_seed(0)
x, y = torch.randn(10, 4), torch.randint(3, (10,))
W1, b1 = torch.randn(4, 8) * 0.5, torch.zeros(8)
W2, b2 = torch.randn(8, 3) * 0.5, torch.zeros(3)
parameters = [W1, b1, W2, b2]
for p in parameters:
    p.requires_grad_()
h_pre = x @ W1 + b1
h = h_pre.tanh()
logits = h @ W2 + b2
loss = torch.nn.functional.cross_entropy(logits, y)
loss.backward()
with torch.no_grad():
    d_logits = logits.softmax(1)
    d_logits[range(10), y] -= 1
    d_logits /= 10
    d_W2, d_b2 = h.T @ d_logits, d_logits.sum(0)
    d_h = d_logits @ W2.T
    d_pre = d_h * (1 - h ** 2)
    d_W1, d_b1 = x.T @ d_pre, d_pre.sum(0)
for name, mine, p in zip("W1 b1 W2 b2".split(), (d_W1, d_b1, d_W2, d_b2), parameters):
    difference = (mine - p.grad).abs().max().item()
    print(f"{name} exact: {str(torch.allclose(mine, p.grad)):5} close: {difference < 1e-6} shape: {tuple(p.grad.shape)}")
print(f"loss {loss:.4f}", loss.grad_fn.name(), logits.grad_fn.next_functions[0][0].name())
eps, numeric = 1e-3, torch.zeros_like(b2)
with torch.no_grad():
    for i in range(3):
        for sign in (1, -1):
            b2[i] += sign * eps
            numeric[i] += sign * torch.nn.functional.cross_entropy((x @ W1 + b1).tanh() @ W2 + b2, y)
            b2[i] -= sign * eps
numeric /= 2 * eps
print((numeric - b2.grad).abs().max() < 1e-3)
print(torch.autograd.gradcheck(lambda w: (x.double() @ w).tanh().sum(1), W1.detach().double().requires_grad_()))

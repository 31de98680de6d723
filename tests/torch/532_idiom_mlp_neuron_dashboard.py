import torch

torch.manual_seed(1)
vocab = [f"tok{i}" for i in range(12)]
W_in, W_out, W_U = torch.randn(8, 24), torch.randn(24, 8), torch.randn(8, 12)
x = torch.randn(5, 6, 8)
acts = torch.nn.functional.gelu(x @ W_in, approximate="tanh")
flat = acts.flatten(0, 1)
density = (flat > 0.1).float().mean(0)
for neuron in density.argsort()[:3].tolist():
    values, where = flat[:, neuron].topk(3)
    places = [divmod(i, 6) for i in where.tolist()]
    promoted = (W_out[neuron] @ W_U).topk(2)
    print(f"neuron {neuron:2d} density {density[neuron]:.3f}")
    print("   ", ", ".join(f"{v:.2f}@{p}" for v, p in zip(values, places)))
    print("   ", " ".join(f"{vocab[i]}({v:+.2f})" for v, i in zip(promoted.values, promoted.indices)))
hist = torch.histc(flat[:, 0], bins=6, min=-1, max=5)
print(hist.int().tolist(), int(hist.sum()) <= flat.shape[0])
print(torch.histogram(flat[:, 0].detach(), bins=3).bin_edges.shape)
kurtosis = ((flat - flat.mean(0)) / flat.std(0)).pow(4).mean(0)
print(kurtosis.argmax().item(), f"{kurtosis.max():.3f}")
print(torch.nn.functional.gelu(torch.tensor([-1.0, 0.0, 1.0])), torch.nn.functional.gelu(torch.tensor([-1.0, 0.0, 1.0]), approximate="tanh"))

import torch

torch.manual_seed(4)
history = {"step": [], "loss": [], "acc": []}
w = torch.zeros(3, requires_grad=True)
data = torch.randn(64, 3)
target = (data @ torch.tensor([1.0, -2.0, 0.5]) > 0).float()
for step in range(40):
    logits = data @ w
    loss = torch.nn.functional.binary_cross_entropy_with_logits(logits, target)
    loss.backward()
    with torch.no_grad():
        w -= 0.5 * w.grad
        w.grad.zero_()
    if step % 10 == 9:
        history["step"].append(step + 1)
        history["loss"].append(loss.item())
        history["acc"].append(((logits > 0) == target.bool()).float().mean().item())
print(" | ".join(f"{k:>8}" for k in history))
print("-|-".join("-" * 8 for _ in history))
for step, loss, acc in zip(*history.values()):
    print(f"{step:8d} | {loss:8.4f} | {acc:8.2%}")
print(w, w.grad)
print(f"{w.detach().numpy().round(2).tolist()}")
print("best", max(history["acc"]), "improved", all(a > b for a, b in zip(history["loss"], history["loss"][1:])))

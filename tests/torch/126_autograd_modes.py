import torch

x = torch.ones(2, requires_grad=True)
with torch.no_grad():
    y = x * 2
    print(y.requires_grad, torch.is_grad_enabled())
    with torch.enable_grad():
        print((x * 2).requires_grad, torch.is_grad_enabled())
with torch.inference_mode():
    z = x * 2
    print(z.requires_grad, z.is_inference(), torch.is_inference_mode_enabled())
try:
    (x * z).sum().backward()
except RuntimeError as err:
    print(err)

@torch.no_grad()
def evaluate(t):
    return t * 3

@torch.inference_mode()
def infer(t):
    return t * 3

@torch.enable_grad()
def grads(t):
    return t * 3

print(evaluate(x).requires_grad, infer(x).is_inference(), grads(x).requires_grad, evaluate.__name__)
torch.set_grad_enabled(False)
print((x * 2).requires_grad)
torch.set_grad_enabled(True)
with torch.set_grad_enabled(False):
    print((x * 2).requires_grad)
print((x * 2).requires_grad, x.detach().requires_grad, x.data.requires_grad, (x.detach() * 2).is_leaf, torch.tensor(1.0).requires_grad_())
x.requires_grad_(False)
x.requires_grad = True
print(x.requires_grad)
y = x * 2
try:
    y.requires_grad = False
except RuntimeError as err:
    print(err)
try:
    torch.ones(2, dtype=torch.int64, requires_grad=True)
except RuntimeError as err:
    print(err)
try:
    torch.arange(2).requires_grad_()
except RuntimeError as err:
    print(err)
print(x.grad_fn, (y + 1).grad_fn.name(), y.grad_fn.next_functions[0][0] is not None, type(y.grad_fn).__name__)

# What autograd refuses after in-place writes, with its exact words; what it allows; detach and versions.
import torch


def attempt(name, work):
    try:
        print(name, "->", work())
    except RuntimeError as err:
        print(name, "RuntimeError:", str(err).replace("\n", " / ")[:330])


def leaf(*values):
    return torch.tensor(values, requires_grad=True)


def exp_saved_output():
    x = leaf(1.0, 2.0)
    y = x.exp()
    y.add_(1)
    y.sum().backward()
    return x.grad


def mul_saved_input():
    x, w = leaf(1.0, 2.0), torch.tensor([3.0, 4.0])
    y = x * w
    w.mul_(0)
    y.sum().backward()
    return x.grad


def add_saves_nothing():
    x = leaf(1.0, 2.0)
    y = x + 1
    y.mul_(3)
    y.sum().backward()
    return x.grad


def slice_write():
    x = leaf(1.0, 2.0, 3.0)
    y = x.clone()
    y[1] = 0
    y[2:] *= 5
    y.sum().backward()
    return x.grad


def softmax_written():
    x = leaf(1.0, 2.0)
    p = x.softmax(0)
    p[0] = 0.0
    p.sum().backward()
    return x.grad


def matmul_weight_written():
    x, w = torch.ones(2, 2), torch.ones(2, 2, requires_grad=True)
    y = (x @ w).relu() @ w
    with torch.no_grad():
        w += 1
    y.sum().backward()
    return w.grad


def view_of_leaf():
    x = leaf(1.0, 2.0)
    x[0] = 5
    return x


def view_of_leaf_no_grad():
    x = leaf(1.0, 2.0)
    with torch.no_grad():
        x[0] = 5
    return x


def unbind_view_written():
    x = leaf(1.0, 2.0).clone()
    a, b = x.unbind()
    a.mul_(2)
    return x


def split_view_written():
    x = leaf(1.0, 2.0, 3.0, 4.0).clone()
    first = x.split(2)[0]
    first.add_(1)
    return x


def detached_written():
    x = leaf(1.0, 2.0)
    y = x**2
    y.detach().zero_()
    y.sum().backward()
    return x.grad, y


def detached_input_written():
    x = leaf(1.0, 2.0)
    y = x**2
    x.detach().zero_()
    y.sum().backward()
    return x.grad


def data_written():
    x = leaf(1.0, 2.0)
    y = x**2
    x.data.zero_()
    y.sum().backward()
    return x.grad


def expanded_written():
    x = torch.zeros(1).expand(3)
    x += 1
    return x


def no_grad_view():
    x = leaf(1.0, 2.0).clone()
    with torch.no_grad():
        v = x[:1]
    v.mul_(2)
    return x


def detach_in_place():
    x = leaf(1.0, 2.0)
    y = x * 2
    y.detach_()
    return y.requires_grad, y.is_leaf, y


for work in [exp_saved_output, mul_saved_input, add_saves_nothing, slice_write, softmax_written, matmul_weight_written, view_of_leaf, view_of_leaf_no_grad, unbind_view_written, split_view_written, detached_written, detached_input_written, data_written, expanded_written, no_grad_view, detach_in_place]:
    attempt(work.__name__, work)
t = torch.zeros(3)
v = t[1:]
versions = [t._version]
for change in [lambda: t.add_(1), lambda: v.mul_(2), lambda: t.__setitem__(0, 5), lambda: t.copy_(torch.ones(3)), lambda: t.detach().fill_(2), lambda: t.data.fill_(3), lambda: t.resize_(3), lambda: t.zero_()]:
    change()
    versions.append(t._version)
print(versions, v._version, t)
with torch.autograd.set_detect_anomaly(True):
    attempt("anomaly", exp_saved_output) if False else print("anomaly on", torch.is_anomaly_enabled())
    x = leaf(0.0)
    attempt("nan in backward", lambda: (x.sqrt() * 0).sum().backward())
print(torch.is_anomaly_enabled())

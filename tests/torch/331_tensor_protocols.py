# Iteration, in, bool, len, hash, format, conversion, comparison, copying, unpacking, __array__ and friends.
import copy
import math

import numpy as np
import torch

t = torch.arange(6).reshape(2, 3)
print([r.tolist() for r in t], [x.item() for x in t[0]], list(enumerate(t[1])), dict(zip("ab", t)), max(t[0]), min(t[1]), sum(t), sum(t[0]), sorted(torch.tensor([3, 1, 2])), list(reversed(torch.tensor([1, 2]))), [*t[0]], tuple(t[0]))
a, b = t
(c, d, e), f = t
first, *rest = torch.tensor([1, 2, 3])
print(a, b, c, f, first, rest)
print(3 in t, 9 in t, torch.tensor(2) in t, 2.5 in t, torch.tensor([0, 1, 2]) in t, t[0, 0] in [torch.tensor(0)], True in torch.tensor([True]))
print(bool(torch.tensor(0.0)), bool(torch.tensor([[1]])), not torch.tensor(0), torch.tensor(3) and "yes", torch.tensor(0) or "no", "t" if torch.tensor([True]) else "f", any(torch.tensor([0, 1])), all(torch.tensor([1, 0])))
print(len(t), len(torch.zeros(0)), t.__len__(), hash(t) == id(t), {t: 1}[t], len({t, t, a}), t == t.clone(), (t == t.clone()).all(), t is t, t is not a)
s = torch.tensor(3.14159)
print(f"{s}", f"{s:.2f}", f"{s:8.3f}|{s:<8.1f}|{s:e}", f"{torch.tensor(42):05d}", f"{torch.tensor(42):,}", f"{torch.tensor(255):x}", f"{torch.tensor(True)}", f"{torch.tensor(0.25):.0%}", f"{torch.tensor(1 + 2j)}", f"{torch.tensor(1 + 2j):.1f}", f"{t}", f"{s!r}", "%.3f" % s, "%d" % torch.tensor(7), "%s" % s, "{:>6.2f}".format(s), format(s, ".1f"), str(s), repr(s), f"{s.item():.4f}", f"{torch.tensor(1.5, requires_grad=True):.2f}", f"{torch.tensor([1.5])}", f"{torch.tensor(2.0, dtype=torch.float16):.3f}")
print(int(torch.tensor(3.9)), float(torch.tensor(2)), complex(torch.tensor(1.5)), int(torch.tensor([[7]])), round(torch.tensor(2.567), 2) if hasattr(torch.Tensor, "__round__") else "no round", math.floor(torch.tensor(2.7)), math.sqrt(torch.tensor(16.0)), abs(torch.tensor(-2)), pow(torch.tensor(2), 3), range(torch.tensor(3)), [10, 20, 30][torch.tensor(1)], "abc"[torch.tensor(-1)], [0] * torch.tensor(3) if False else "", slice(torch.tensor(1), torch.tensor(2)), math.isclose(torch.tensor(1.0), 1.0))
print(copy.copy(t).equal(t), copy.deepcopy(t) is t, copy.deepcopy([t, t])[0] is copy.deepcopy([t, t])[1], copy.copy(t).data_ptr() == t.data_ptr(), copy.deepcopy(t).data_ptr() == t.data_ptr())
print(np.asarray(t), np.array(t).dtype, np.sum(t.numpy()), t.__array__().shape, t.numpy().shape, torch.from_numpy(np.array([1.5])), torch.tensor(np.arange(3)), torch.as_tensor(np.float32(2.0)), torch.tensor([np.float64(1.5), np.float64(2.5)]), torch.tensor([np.float64(1.5)]).dtype, torch.tensor(np.float64(1.5)).dtype, torch.tensor([np.int32(1), np.int32(2)]).dtype, torch.tensor([np.float32(1)]).dtype, torch.tensor([np.bool_(True)]).dtype, torch.tensor([[np.float64(1.0)], [2]]).dtype, torch.tensor(np.array([1, 2], dtype=np.int16)).dtype)
print(t.tolist(), torch.tensor(5).tolist(), t.T.tolist(), torch.zeros(2, 0).tolist(), torch.tensor([True]).tolist(), torch.tensor([1.5, float("inf")]).tolist(), torch.tensor([1j]).tolist(), s.item(), torch.tensor([2]).item(), type(torch.tensor(True).item()))
x, y = torch.tensor([1, 2]), torch.tensor([1.0, 3.0])
print(x < y, x >= 2, 1 < x, x != y, x == None, x == "a", x != [1, 2] if False else "", torch.tensor(1) == 1, torch.tensor(2) > torch.tensor(1), (x == y).sum().item())
for attempt in [lambda: bool(t), lambda: bool(torch.tensor([])), lambda: len(s), lambda: iter(s), lambda: list(s), lambda: int(t), lambda: float(t), lambda: t.item(), lambda: f"{t:.2f}", lambda: f"{t[0, 0]:.2f}", lambda: f"{torch.tensor(1.5):d}", lambda: f"{torch.tensor([1.5]):.1f}", lambda: "a" in t, lambda: None in t, lambda: [1, 2] in t, lambda: range(s), lambda: [1, 2][s], lambda: x < "a", lambda: x + "a", lambda: "a" + x, lambda: x + [1, 2], lambda: x + None, lambda: -"a" if False else ~s, lambda: t[0] if t else 0, lambda: max(torch.zeros(0)), lambda: max(t), lambda: sorted(t), lambda: int(torch.tensor(float("nan"))), lambda: complex(t), lambda: "%d" % t, lambda: "%.2f" % t, lambda: {x: 1}[x.clone()], lambda: x(), lambda: torch.tensor(1 + 1j) < 1, lambda: float(torch.tensor(1j)), lambda: hash([x]), lambda: divmod(x, 2), lambda: a and b, lambda: x @ 2, lambda: 2 @ x, lambda: x // "a", lambda: x ** None, lambda: x.numpy(force=1) if False else torch.ones(1, requires_grad=True).tolist()]:
    try:
        print("ok", attempt())
    except Exception as err:
        print(type(err).__name__, "|", str(err).splitlines()[0])

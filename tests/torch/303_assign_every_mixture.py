# Writing by every kind of index, from every kind of value.
import torch


def fresh():
    return torch.zeros(3, 4, dtype=torch.int64)


def put(key, value):
    t = fresh()
    t[key] = value
    return t.tolist()


i = torch.tensor([0, 2])
print(put(1, 5), put((1, 2), 5), put((slice(None), 0), 7), put((..., -1), 9), put(slice(0, 2), torch.arange(4)), put((slice(None), slice(1, None, 2)), torch.tensor([[1, 2]])))
print(put(i, torch.tensor([1, 2, 3, 4])), put((i, i), 8), put((i, torch.tensor([1, 3])), torch.tensor([5, 6])), put([0, 0], torch.arange(8).view(2, 4)))
print(put(torch.tensor([True, False, True]), -1), put(torch.eye(3, 4).bool(), torch.tensor([1, 2, 3])), put((None, 0), 3), put((slice(None), None, 1), torch.ones(3, 1, dtype=torch.int64)))
print(put(..., 4), put((), 4), put(slice(None), 2.9), put(0, True), put((0, 0), torch.tensor(3.7)), put(1, [1, 2, 3, 4]) if False else "list refused")
print(put((slice(None), [1, 2]), torch.tensor([[1], [2], [3]])), put((i, slice(1, 3)), 5), put(([0, 1], ..., [2, 3]), 6), put(torch.tensor(2), 1), put(True, 1), put(False, 1))
t = torch.arange(12.0).reshape(3, 4)
t[t > 5] *= -1
t[0] += 100
t[:, 1] -= t[:, 0]
t[1:, 2:][0] = 0.5
print(t)
t[[0, 1]] = t[[1, 0]]
print(t)
t[0], t[1] = t[1].clone(), t[0].clone()
print(t)
t[:, :2] = t[:, 2:]
t.T[0] = torch.tensor([7.0, 8.0, 9.0])
t[-1, -1] = float("nan")
t[torch.isnan(t)] = 0
print(t)
w = torch.zeros(2, 3)
w[:, 0], w[0, 1:] = torch.tensor([1, 2]), 5
w[1].fill_(3)[0] = -1
view = w[:, 1]
view += 10
w[..., 2] = w[..., 1]
print(w, view)
counts = torch.zeros(4, dtype=torch.int64)
counts[torch.tensor([1, 1, 3])] += 1
print(counts, counts.index_put_((torch.tensor([1, 1, 3]),), torch.tensor(1), accumulate=True), counts.index_put((torch.tensor([0]),), torch.tensor([9])))
z = torch.zeros(2, 2, dtype=torch.complex64)
z[0, 0], z[1] = 1 + 2j, torch.tensor([3.0, 4.0])
print(z)
bad = [lambda t: t.__setitem__(3, 1), lambda t: t.__setitem__(0, torch.arange(3)), lambda t: t.__setitem__((0, 0, 0), 1), lambda t: t.__setitem__(i, torch.zeros(3, 4, dtype=torch.int64)), lambda t: t.__setitem__(t > 0, torch.tensor([1, 2])), lambda t: t.__setitem__(torch.tensor([True, False]), 1), lambda t: t.__setitem__(0, "a"), lambda t: t.__setitem__(0, None), lambda t: t.__setitem__(1.5, 1),
       lambda t: t.__setitem__(slice(None, None, -1), 1), lambda t: t.__setitem__((i, torch.tensor([0, 1, 2])), 1), lambda t: t.__setitem__(0, 1j), lambda t: t.__setitem__(0, torch.tensor(1j)), lambda t: t.__setitem__(i, torch.ones(4)), lambda t: t.__setitem__(0, torch.ones(4)), lambda t: t.__delitem__(0), lambda t: t.__setitem__([5], 1), lambda t: t.__setitem__(0, [1, 2, 3, 4])]
for k, attempt in enumerate(bad):
    t = fresh()
    try:
        attempt(t)
        print(k, "fine", t.tolist())
    except Exception as err:
        print(k, type(err).__name__, "|", str(err).split("\n")[0])

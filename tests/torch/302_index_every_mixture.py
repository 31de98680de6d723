# Reading by every mixture of ints, slices, None, Ellipsis, masks and index tensors.
import torch

x = torch.arange(60).reshape(3, 4, 5)
i, j = torch.tensor([0, 2]), torch.tensor([[1], [3]])
mask3, mask34 = torch.tensor([True, False, True]), torch.arange(12).reshape(3, 4) % 5 == 0
forms = {
    "int": lambda: x[1], "neg": lambda: x[-1, -1, -1], "slice step": lambda: x[::2, 1:3, ::2], "none front": lambda: x[None].shape, "none mid": lambda: x[:, None, 1].shape, "none end": lambda: x[0, 0, :, None],
    "ellipsis int": lambda: x[..., 0], "ellipsis none": lambda: x[..., None].shape, "ellipsis both": lambda: x[1, ..., 2], "ellipsis empty": lambda: x[1, 2, 3, ...], "tuple": lambda: x[(1, 2)],
    "list": lambda: x[[0, 2], 0], "list of lists": lambda: x[[[0, 1], [2, 0]]].shape, "tensor": lambda: x[i].shape, "broadcast": lambda: x[i, j], "tensor slice tensor": lambda: x[i, :, i], "slice tensor": lambda: x[:, i].shape,
    "tensors apart": lambda: x[:, i, :1].shape, "int and tensor": lambda: x[0, i], "int slice tensor": lambda: x[0, :, i].shape, "tensor none tensor": lambda: x[i, None, i].shape, "mask rows": lambda: x[mask3, 0], "mask 2d": lambda: x[mask34], "mask full": lambda: x[x % 7 == 3],
    "mask slice": lambda: x[mask3, 1:3, 0], "mask and tensor": lambda: x[mask3, i], "bool scalar": lambda: x[True].shape, "false scalar": lambda: x[False].shape, "zero-dim tensor": lambda: x[torch.tensor(1)][0], "zero-dim mask": lambda: x[torch.tensor(True)].shape,
    "uint8 index": lambda: x[0, 0, torch.tensor([1, 0, 1, 0, 1], dtype=torch.bool)], "int32 index": lambda: x[i.int(), 1, 1], "range": lambda: x[range(2), 0, 0], "empty list": lambda: x[[]].shape, "empty tensor": lambda: x[torch.tensor([], dtype=torch.int64)].shape,
    "list of bool": lambda: x[[True, False, True], 0, 0], "slice by tensor": lambda: x[torch.tensor(1) : torch.tensor(3), 0, 0], "past the end": lambda: x[1:100, 0, 0], "reversed bounds": lambda: x[2:1].shape, "mixed list": lambda: x[[0, -1], [1, 2], [3, -4]], "tuple index": lambda: x[:, (0, 1)].shape,
    "python tuple of tensors": lambda: x[(i, i)].shape, "nonzero tuple": lambda: x[torch.where(x > 57)], "none and mask": lambda: x[None, mask3].shape, "mask none": lambda: x[mask34, None].shape}
for name, form in forms.items():
    print(f"{name}:", form())
y = torch.arange(6.0)
print(y[::3], y[-2:], y[:-4], y[None, ::2, None].shape, y[torch.tensor([[0, 1], [2, 3]])], y[[1, 1, 1]], y[y > 2][0], y[torch.randperm(6, generator=torch.Generator().manual_seed(0))].sum())
bad = {
    "too many": lambda: x[0, 0, 0, 0], "out of range": lambda: x[3], "neg out of range": lambda: x[-4], "dim 1": lambda: x[0, 4], "list out of range": lambda: x[[0, 5]], "tensor out of range": lambda: x[:, torch.tensor([0, 4])], "neg step": lambda: x[::-1], "zero step": lambda: x[::0], "float index": lambda: x[1.0], "str": lambda: x["a"], "float tensor": lambda: x[torch.tensor([1.0])],
    "mask shape": lambda: x[torch.tensor([True, False])], "mask shape 2": lambda: x[mask34.T], "no broadcast": lambda: x[torch.tensor([0, 1]), torch.tensor([0, 1, 2])], "zero-dim": lambda: torch.tensor(5)[0], "two ellipses too many": lambda: x[0, 0, 0, 0, ...], "slice of float": lambda: x[0.5:2], "dict": lambda: x[{}], "complex": lambda: x[1j]}
for name, form in bad.items():
    try:
        print(f"{name}:", form())
    except Exception as err:
        print(f"{name}: {type(err).__name__}: {err}")

import torch

for data in (1, 1.5, True, 1 + 2j, [1, 2], [1, 2.5], [True, False], [True, 2], [[1], [2]], [[1, 2.0], [3, 4]], [], [[]], [[], []],
             (1, 2), range(3), [range(2), (5, 6)], [torch.tensor(1), torch.tensor(2)], [torch.tensor(1.5), 2], [1 + 0j, 2], "no"):
    try:
        t = torch.tensor(data)
        print(repr(data), t, t.dtype, t.shape)
    except Exception as err:
        print(repr(data), type(err).__name__, err)
for bad in ([1, [2]], [[1, 2], [3]], [[1], 2], [None], [1, None], [[1, 2], [3, "a"]], {"a": 1}, [torch.ones(2)], object, lambda: 0):
    try:
        print(torch.tensor(bad))
    except Exception as err:
        print(type(err).__name__, err if "object" not in str(err) else "object")
print(torch.tensor([1, 2], dtype=torch.float16), torch.tensor([1.9, -1.9], dtype=torch.int32), torch.tensor([0, 3], dtype=torch.bool))
print(torch.tensor(3, dtype=torch.uint8), torch.tensor([1.5], dtype=torch.float64), torch.tensor([1, 2], dtype=float), torch.tensor([1.7], dtype=int))
print(torch.tensor(2 ** 40), torch.tensor(-2 ** 63), torch.tensor([1e400]), torch.tensor(1.0, requires_grad=True))
x = torch.tensor([1.0, 2.0])
y = torch.tensor(x)
y[0] = 9
print(x, y, torch.as_tensor(x) is x, torch.tensor([x[0], x[1]]), torch.tensor([[x[0].item()]]))

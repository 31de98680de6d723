import torch

print(torch.tensor(1), torch.tensor(1.0), torch.tensor(1.5), torch.tensor(-0.1), torch.tensor(True), torch.tensor(1e10), torch.tensor(1e-10), torch.tensor(123456.789), torch.tensor(float("nan")), torch.tensor(float("inf")))
print(torch.tensor([[1, 2], [3, 4]]))
print(torch.tensor([[1.0, 2.5], [-3.25, 4.0]]))
print(torch.zeros(2, 2, 2))
print(torch.arange(16).reshape(2, 2, 2, 2))
print(torch.tensor([[1.0, float("nan")], [float("inf"), -float("inf")]]))
print(torch.tensor([[True, False], [False, True]]))
print(torch.tensor([1 + 2j, -0.5j, 3]))
print(torch.tensor([[0.001, 1000.0]]), torch.tensor([[1e-8, 1.0]]), torch.tensor([1e5, 1e-5, 1]))
print(torch.tensor([1.0, 2.0], requires_grad=True), (torch.tensor([1.0], requires_grad=True) * 2), torch.tensor([2.0], requires_grad=True).sum())
print(torch.tensor([1.0], dtype=torch.float64), torch.tensor([1], dtype=torch.int8), torch.tensor([1.0], dtype=torch.float16), torch.tensor([0.5], dtype=torch.bfloat16))
print([torch.tensor(1.0), torch.tensor([2])], {"a": torch.tensor([1.5])}, (torch.tensor(3),))
print(torch.empty(0, 2), torch.zeros(2, 0), torch.tensor([]), torch.empty(0, dtype=torch.int64))
print(f"{torch.tensor(3.14159):.2f} {torch.tensor(7):>5d} {torch.tensor(0.25):.1%} {torch.tensor([1.0, 2.0])} {torch.tensor(5)} {torch.tensor(True)}")
print(str(torch.tensor(2)), repr(torch.tensor(2.0)), "%s" % torch.tensor([1]), "{}".format(torch.tensor(1.25)), "%.3f" % torch.tensor(1.23456))
for bad in ("{:.2f}", "{:d}"):
    try:
        print(bad.format(torch.tensor([1.0, 2.0])))
    except TypeError as err:
        print("TypeError", err)
print(torch.arange(40).float() / 7)
print(torch.linspace(-5, 5, 24).reshape(4, 6))
print(torch.tensor([[1, 20, 300], [-4, 5, 6]]), torch.tensor([[0.1], [22.22]]), torch.ones(1, 1, 1, 1))

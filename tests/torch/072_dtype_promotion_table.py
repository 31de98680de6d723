import torch

dtypes = [torch.bool, torch.uint8, torch.int32, torch.int64, torch.float16, torch.bfloat16, torch.float32, torch.float64, torch.complex64]
for a in dtypes:
    print(str(a)[6:], [str(torch.promote_types(a, b))[6:] for b in dtypes])
for a in dtypes[:-1]:
    x = torch.ones(2, dtype=a)
    row = [(x + 1).dtype, (x + 1.5).dtype, (x * True).dtype, (x / 2).dtype, (x == 1).dtype, x.sum().dtype, (x + torch.tensor(1.5)).dtype, (x + torch.tensor(2, dtype=torch.int64)).dtype, (x + torch.ones(2)).dtype, torch.cat([x, torch.ones(1)]).dtype, torch.where(x > 0, x, 0.0).dtype]
    print(str(a)[6:], [str(d)[6:] for d in row])
print(torch.tensor([1, 2]) * 0.5, torch.tensor([1, 2]) + torch.tensor(0.5), torch.tensor(1, dtype=torch.int8) + 1000 if False else "", torch.ones(1, dtype=torch.float16) + torch.ones(1), torch.arange(3) / torch.arange(1, 4), torch.arange(3) // 2, (torch.arange(3) > 1) + 1, torch.tensor(5) // 2.0, torch.tensor([1.5]).long() + 0.5, (torch.tensor([2]) ** torch.tensor([0.5])).dtype)

# The dtype of a result, family by family: tensor with tensor, with zero-dim tensor, with Python scalar.
import torch

kinds = [torch.bool, torch.uint8, torch.int8, torch.int16, torch.int32, torch.int64, torch.float16, torch.bfloat16, torch.float32, torch.float64, torch.complex64]
short = {d: str(d).replace("torch.", "").replace("float", "f").replace("complex", "c").replace("uint", "u").replace("int", "i") for d in kinds + [torch.complex128]}


def table(title, function, others):
    print(title)
    for kind in kinds:
        row = []
        for other in others:
            try:
                row.append(short[function(torch.ones(2, dtype=kind), other).dtype])
            except Exception as err:
                row.append(type(err).__name__[:3])
        print(f"{short[kind]:>6} {' '.join(f'{r:>5}' for r in row)}")


vectors = [torch.ones(2, dtype=k) for k in kinds]
points = [torch.ones((), dtype=k) for k in kinds]
scalars = [True, 2, 2.5, 1j]
table("add vectors", torch.add, vectors)
table("div points", torch.div, points)
table("mul scalars", lambda a, b: a * b, scalars)
table("sub scalars", lambda a, b: a - b, scalars)
table("pow scalars", lambda a, b: a**b, scalars)
table("rpow scalars", lambda a, b: b**a, scalars)
table("floordiv vectors", lambda a, b: a // b, vectors)
table("mod points", lambda a, b: a % b, points)
table("and vectors", lambda a, b: a & b, vectors)
table("shift scalars", lambda a, b: a << b, [True, 2])
table("maximum", torch.maximum, vectors)
table("atan2", torch.atan2, vectors)
table("where", lambda a, b: torch.where(torch.tensor([True, False]), a, b), vectors)
table("cat", lambda a, b: torch.cat([a, b]), vectors)
table("eq", lambda a, b: torch.eq(a, b), points)
table("unary", lambda a, f: f(a), [torch.sum, torch.prod, torch.mean, torch.sqrt, torch.abs, torch.neg, torch.cumsum if False else torch.exp, torch.floor, torch.sign, torch.square, torch.logical_not, torch.isnan, torch.sigmoid, torch.bitwise_not])
print(torch.result_type(torch.ones(1, dtype=torch.int8), 2.0), torch.result_type(torch.ones(1), torch.ones((), dtype=torch.float64)), torch.promote_types(torch.uint8, torch.int8), torch.promote_types(torch.float16, torch.bfloat16), torch.can_cast(torch.float32, torch.int64), torch.can_cast(torch.int64, torch.float16))
for attempt in [lambda: torch.ones(2, dtype=torch.int64).add_(1.5), lambda: torch.ones(2, dtype=torch.bool).mul_(2), lambda: torch.ones(2).add_(1j), lambda: torch.ones(2, dtype=torch.int32).div_(2), lambda: torch.ones(2, dtype=torch.int16).copy_(torch.tensor([1.9, 2.9])), lambda: torch.ones(2, dtype=torch.uint8).sub_(torch.ones(2, dtype=torch.int64) * 2)]:
    try:
        print(attempt())
    except RuntimeError as err:
        print("RuntimeError:", err)

"""Writes tests/golden/tensor/print.txt: expressions and how PyTorch prints their values.

Run with an interpreter that has torch. Each case is `kind seed sizes... | text`, with newlines as \\n.
The tensors are made from integers by a formula that the C test repeats, not by a random generator.
"""

import math
import pathlib

import torch

KINDS = {
    # name: (dtype, element of i)
    "ramp": (torch.float32, lambda i: i),
    "half_ramp": (torch.float32, lambda i: i / 2),
    "wave": (torch.float32, lambda i: ((i * 37) % 101 - 50) / 7),
    "small": (torch.float32, lambda i: ((i * 37) % 101 - 50) * 1e-6),
    "mixed": (torch.float32, lambda i: ((i * 37) % 101 - 50) * 10.0 ** ((i % 7) - 3)),
    "big": (torch.float32, lambda i: i * 1e7),
    "nonfinite": (torch.float32, lambda i: [1.5, math.inf, -math.inf, math.nan, 0.0, -2.0][i % 6]),
    "whole_nonfinite": (torch.float32, lambda i: [1.0, math.inf, math.nan, -3.0][i % 4]),
    "nans": (torch.float32, lambda i: math.nan),
    "zeros": (torch.float32, lambda i: 0),
    "doubles": (torch.float64, lambda i: ((i * 37) % 101 - 50) / 7),
    "halves": (torch.float16, lambda i: ((i * 37) % 101 - 50) / 7),
    "bf": (torch.bfloat16, lambda i: ((i * 37) % 101 - 50) / 7),
    "ints": (torch.int64, lambda i: (i * 37) % 101 - 50),
    "int32": (torch.int32, lambda i: (i * 37) % 101 - 50),
    "bytes": (torch.uint8, lambda i: (i * 37) % 256),
    "shorts": (torch.int16, lambda i: i * 10),
    "bools": (torch.bool, lambda i: i % 3 == 0),
    "complex": (torch.complex64, lambda i: complex(((i * 37) % 101 - 50) / 7, ((i * 13) % 11 - 5) / 3)),
    "whole_complex": (torch.complex64, lambda i: complex(i, -i)),
    "cdouble": (torch.complex128, lambda i: complex(i / 4, i % 3)),
}

SIZES = [[], [1], [3], [10], [40], [2, 3], [4, 20], [2, 2, 3], [1, 1, 1], [2, 1, 2, 2], [0], [2, 0], [0, 3], [1001],
         [1000], [30, 40], [7, 8, 30], [1, 2000], [2000, 1], [12, 9, 11, 2]]


def main():
    out = pathlib.Path(__file__).parent.parent / "golden" / "tensor" / "print.txt"
    lines = []
    for name, (dtype, element) in KINDS.items():
        for size in SIZES:
            n = math.prod(size)
            if n > 1200 and name not in ("ramp", "wave", "ints", "mixed", "complex", "bools"):
                continue
            t = torch.tensor([element(i) for i in range(n)], dtype=dtype).reshape(size)
            lines.append(f"{name} {','.join(map(str, size))} | {t!r}".replace("\n", "\\n"))
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()

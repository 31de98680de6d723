"""Writes tests/golden/tensor/calls.txt: operator calls and what PyTorch gives for them.

Each line is `KIND text | result`, newlines as \\n. KIND is F (function), M (method, first argument is the
receiver), G (x[...]) or S (x[...] = v, the result is x afterwards). A result is the repr, or
`!Class: message`. Run with an interpreter that has torch. The calls themselves are in calls.in beside
the golden file; T(...) I(...) B(...) C(...) D(...) are tensors by formula, repeated in test_call.c.
"""

import math
import pathlib
import warnings

import torch

warnings.simplefilter("ignore")


def fill(shape, element, dtype):
    n = math.prod(shape)
    return torch.tensor([element(i) for i in range(n)], dtype=dtype).reshape(shape)


def T(*shape):
    return fill(shape, lambda i: ((i * 37) % 101 - 50) / 7, torch.float32)


def D(*shape):
    return fill(shape, lambda i: ((i * 37) % 101 - 50) / 7, torch.float64)


def I(*shape):
    return fill(shape, lambda i: (i * 7) % 3, torch.int64)


def B(*shape):
    return fill(shape, lambda i: i % 3 == 0, torch.bool)


def C(*shape):
    return fill(shape, lambda i: complex(i, -i), torch.complex64)


def show(r):
    if isinstance(r, (tuple, list)):
        return "(" + ", ".join(show(x) for x in r) + ")"
    return repr(r)


def function(name):
    for place in (torch._C._VariableFunctions, torch._C._nn, torch._C._linalg, torch._C._fft, torch._C._special):
        if hasattr(place, name):
            return getattr(place, name)
    raise AttributeError(name)


def run(kind, text):
    scope = {"torch": torch, "T": T, "I": I, "B": B, "C": C, "D": D, "inf": math.inf, "nan": math.nan}
    if kind == "F":
        name, rest = text.split("(", 1)
        return eval("__f(" + rest, dict(scope, __f=function(name)))
    if kind == "M":
        name, rest = text.split("(", 1)
        return eval("__f(" + rest, dict(scope, __f=lambda x, *a, **k: getattr(x, name)(*a, **k)))
    if kind == "G":
        return eval(text, scope)
    target, value = text.split("] = ", 1)
    tensor, index = target.split("[", 1) if not target.startswith("T(") else (target[: target.index(")") + 1], target[target.index(")") + 2 :])
    scope["x"] = eval(tensor, scope)
    exec(f"x[{index}] = {value}", scope)
    return scope["x"]


def main():
    folder = pathlib.Path(__file__).parent.parent / "golden" / "tensor"
    lines = []
    for line in (folder / "calls.in").read_text().splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        kind, text = line.split(" ", 1)
        try:
            result = show(run(kind, text))
        except Exception as e:
            result = f"!{type(e).__name__}: {e}".replace("!_LinAlgError", "!LinAlgError")
        lines.append(f"{line} | {result}".replace("\n", "\\n"))
    (folder / "calls.txt").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()

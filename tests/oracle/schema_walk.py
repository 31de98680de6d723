#!/usr/bin/env python3
"""Every operator of ATen that Python shows, called with made-up arguments here and in PyTorch.

    tests/oracle/schema_walk.py [--only GLOB] [--keep FILE] [--show N]

Run with an interpreter that has torch. For each operator arguments are drawn by the types of its schema until PyTorch
takes some; the calls are written as programs of the cell language, run by glassbox, and the results compared.
The last line counts the calls that agree, those that differ, and the operators that no arguments were found for.
"""

import argparse
import fnmatch
import math
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import warnings

import torch
import torch.nn.functional as F

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
GLASSBOX = os.environ.get("GLASSBOX", str(ROOT / "build/release/glassbox"))
TRIES, KEPT, CHUNK = 80, 3, 60
# Other devices, layouts and numbers than those of a CPU build; results that are memory as it was found; files; graphs.
LEFT_OUT = re.compile(r"cudnn|miopen|mkldnn|quant|sparse|nested|fbgemm|cuda|mps|_foreach|_fused|sym_|xnnpack|to_mkldnn|vulkan"
                      r"|^empty|_empty|new_empty|resize|set_$|^set_|_set|from_file|record_stream|rename|names|align_|refine"
                      r"|data_ptr|storage|_make_dep|_debug|_assert|_print|dropout_backward|_version|retain|is_pinned|pin_memory"
                      r"|_thnn|_cufft|_to_copy|_dim_arange|crow|ccol|csr|csc|coo|bsr|bsc|values$|indices$|_coalesced|hspmm|"
                      r"coalesce|_mm_|_dyn_quant|wait_tensor|can_cast|_dynamic|rowwise_prune|_test_|_lazy_clone|_functional_"
                      r"|_nnpack|rrelu_with_noise|__|_backward|_efficient|_flash|_scaled|_grouped|cholesky_inverse_helper"
                      r"|^hash_tensor|segment_reduce|^native_|_native|_cslt|_int_mm|_weight_int|_jagged|_padded|^_")

PRELUDE = '''
import math
import torch
import torch.nn.functional as F


def fill(shape, element, dtype):
    n = math.prod(shape)
    return torch.tensor([element(i) for i in range(n)], dtype=dtype).reshape(shape)


def T(*shape):
    return fill(shape, lambda i: ((i * 37) % 101 - 50) / 29, torch.float32)


def U(*shape):
    return fill(shape, lambda i: ((i * 37) % 101 + 3) / 109, torch.float32)


def D(*shape):
    return fill(shape, lambda i: ((i * 31) % 53 - 25) / 13, torch.float64)


def I(*shape):
    return fill(shape, lambda i: (i * 7) % 3, torch.int64)


def B(*shape):
    return fill(shape, lambda i: i % 3 == 0, torch.bool)


def C(*shape):
    return fill(shape, lambda i: complex(i % 5 - 1, (i * 3) % 4), torch.complex64)


def S(n):
    m = T(n, n)
    return m @ m.T + n * torch.eye(n)


def number(v):
    return f"{v.real:.4g}{v.imag:+.4g}j" if isinstance(v, complex) else str(v) if isinstance(v, (bool, int)) else f"{v:.4g}"


def show(r):
    if torch.is_tensor(r):
        return f"{r.dtype}{list(r.shape)}[" + " ".join(number(v) for v in r.detach().flatten()[:60].tolist()) + "]"
    if isinstance(r, (tuple, list)):
        return "(" + ", ".join(show(x) for x in r) + ")"
    return number(r) if isinstance(r, (bool, int, float, complex)) else str(r)


def R(call, *values):
    torch.manual_seed(0)
    try:
        print(show(call(*values)).replace("\\n", " "))
    except Exception as err:
        print(type(err).__name__)

'''
scope = {}
exec(PRELUDE, scope)


# --- arguments ---------------------------------------------------------------------------------------------

SHAPES = [(2, 3), (3, 3), (3,), (2, 3, 4), (), (4, 4), (1, 2, 4, 4), (2, 1), (6,), (1, 3, 5), (2, 2, 3, 3), (1, 1, 4, 4, 4)]


def tensor(rng, name):
    shape = ", ".join(map(str, rng.choice(SHAPES)))
    if re.search(r"ind(ex|ices)|target|repeats|lengths|offsets|labels", name) and rng.random() < 0.7:
        return f"I({shape})"
    if "mask" in name or name == "condition":
        return f"B({shape})"
    kind = rng.choice("TTTTTTTUUUDIIBCS")
    return f"S({rng.choice((2, 3, 4))})" if kind == "S" else f"{kind}({shape})"


def integer(rng, name):
    return str(rng.choice((0, 1, 2, 3, -1, 1, 0, 4) if "dim" not in name else (0, 1, -1, 0, 1)))


def ints(rng, name, size):
    n = rng.choice((size or 1, 1, 2, 3)) if size is None or rng.random() < 0.4 else size
    return "[" + ", ".join(integer(rng, name) for _ in range(n)) + "]"


def argument(rng, a):
    """The text of an argument, or None where it cannot be made."""
    kind, name = str(a.type), a.name
    if kind.startswith("Optional["):
        if rng.random() < 0.5:
            return "None"
        kind = kind[len("Optional["):-1]
    texts = {"padding_mode": ['"zeros"'], "reduce": ['"sum"', '"mean"', '"amax"', '"prod"'], "ord": ['"fro"', '"nuc"'],
             "rounding_mode": ['"floor"', '"trunc"'], "mode": ['"constant"', '"reduced"', '"linear"'], "approximate": ['"tanh"', '"none"'],
             "interpolation": ['"linear"', '"nearest"', '"lower"'], "equation": ['"ij,ij->i"', '"ij->ji"'], "indexing": ['"ij"', '"xy"'],
             "padding": ['"same"', '"valid"'], "norm": ['"ortho"', '"forward"'], "UPLO": ['"L"', '"U"'], "side": ['"left"', '"right"'],
             "compute_mode": ['"x"'], "driver": ['"gels"'], "padding_side": ['"left"', '"right"'], "layout": ["torch.strided"]}
    if kind == "Tensor":
        return tensor(rng, name)
    if kind in ("List[Tensor]", "List[Optional[Tensor]]"):
        first = tensor(rng, name)
        return "[" + ", ".join([first] * rng.choice((1, 2, 2, 3))) + "]"
    if kind in ("number", "Scalar"):
        return rng.choice(("2", "0.5", "-1.5", "1", "True", "3"))
    if kind in ("int", "SymInt"):
        if name == "dtype":
            return rng.choice(("torch.float64", "torch.int32", "None"))
        return integer(rng, name)
    if kind == "float":
        return rng.choice(("0.5", "1.0", "2.0", "0.1"))
    if kind == "bool":
        return rng.choice(("True", "False"))
    if kind == "str":
        return rng.choice(texts.get(name, ['"sum"']))
    if kind in ("List[int]", "List[SymInt]"):
        size = a.N if a.N else None
        return ints(rng, name, size)
    if kind == "List[bool]":
        return "[True, False]"
    if kind == "List[float]":
        return rng.choice(("[0.5]", "[1.0, 2.0]"))
    if kind in ("List[number]", "List[Scalar]"):
        return "[1, 2]"
    if kind == "complex":
        return "1j"
    return "None" if str(a.type).startswith("Optional[") else None


def draw(rng, schema, given):
    """(receiver or None, arguments as text); None where an argument cannot be made."""
    positional, keywords = [], []
    for a in schema.arguments:
        if a.is_out or a.name in ("pin_memory", "device", "layout", "generator", "memory_format", "out", "non_blocking"):
            continue
        if a.has_default_value() and rng.random() < 0.6:
            if not a.kwarg_only:
                given = True  # what follows is given by name
            continue
        text = argument(rng, a)
        if text is None:
            return None
        name = "input" if a.name == "self" else a.name
        if (given or a.kwarg_only) and positional:
            keywords.append(f"{name}={text}")
        else:
            positional.append(text)
    return positional, keywords


# --- calls ----------------------------------------------------------------------------------------------------

MODULES = (("torch.linalg", "linalg_", torch.linalg), ("torch.fft", "fft_", torch.fft), ("torch.special", "special_", torch.special))


def names():
    """name of the operator -> its schemas, those that Python shows."""
    out = {}
    for schema in torch._C._jit_get_all_schemas():
        if not schema.name.startswith("aten::"):
            continue
        name = schema.name[6:]
        if LEFT_OUT.search(name) or "imname" in schema.overload_name or any(a.is_out for a in schema.arguments):
            continue
        if any("Dimname" in str(a.type) or "Storage" in str(a.type) or "Stream" in str(a.type) for a in schema.arguments):
            continue
        out.setdefault(name, []).append(schema)
    return {name: schemas for name, schemas in sorted(out.items()) if paths(name)}


def paths(name):
    """How programs reach it: texts of functions, and ".name" for the method."""
    out = []
    for path, prefix, module in MODULES:
        if name.startswith(prefix) and hasattr(module, name[len(prefix):]):
            out.append(f"{path}.{name[len(prefix):]}")
    if hasattr(torch, name) and callable(getattr(torch, name)):
        out.append(f"torch.{name}")
    elif hasattr(F, name):
        out.append(f"F.{name}")
    if callable(getattr(torch.Tensor, name, None)):
        out.append("." + name)
    return out


def call_text(path, positional, keywords):
    if path.startswith("."):
        if not positional or positional[0][0] not in "TUDIBCS":
            return None
        return f"{positional[0]}{path}({', '.join(positional[1:] + keywords)})"
    return f"{path}({', '.join(positional + keywords)})"


def find_calls(name, schemas):
    """Up to KEPT calls for each overload and path that PyTorch takes."""
    rng, found = random.Random(name), []
    for schema in schemas:
        for path in paths(name):
            kept = 0
            for _ in range(TRIES):
                drawn = draw(rng, schema, False)
                text = drawn and call_text(path, *drawn)
                if not text or text in found:
                    continue
                try:
                    torch.manual_seed(0)
                    scope["show"](eval(text, scope))
                except Exception:
                    continue
                found.append(text)
                kept += 1
                if kept == KEPT:
                    break
    return found


def in_child(function, *args):
    """function(*args), or None when it kills the process: libtorch does not survive every argument."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        devnull = os.open(os.devnull, os.O_WRONLY)
        os.dup2(devnull, 2)
        with os.fdopen(write, "w") as out:
            out.write("\n".join(function(*args)) + "\nend")
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as stream:
        lines = stream.read().split("\n")
    os.waitpid(child, 0)
    return [line for line in lines[:-1] if line] if lines[-1] == "end" else None


# --- comparing ---------------------------------------------------------------------------------------------------

NUMBER = re.compile(r"[-+]?(?:\d+\.\d*|\.\d+|\d+)(?:e[-+]?\d+)?|nan|[-+]?inf")


def same(a, b):
    if a == b:
        return True
    if NUMBER.split(a) != NUMBER.split(b):
        return False
    return all(x == y or math.isclose(float(x), float(y), rel_tol=2e-3, abs_tol=2e-3)
               for x, y in zip(NUMBER.findall(a), NUMBER.findall(b)))


def run(command, texts):
    program = PRELUDE + "".join(f"R(lambda: {text})\n" for text in texts)
    with tempfile.NamedTemporaryFile("w", suffix=".py", delete=False) as file:
        file.write(program)
    done = subprocess.run([*command, file.name], capture_output=True, text=True, errors="replace")
    os.unlink(file.name)
    return done.stdout.split("\n")[:-1]


def expected(texts):
    out = []
    for text in texts:
        torch.manual_seed(0)
        try:
            out.append(scope["show"](eval(text, scope)).replace("\n", " "))
        except Exception as err:
            out.append(type(err).__name__)
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="*")
    parser.add_argument("--keep", help="a file for the calls that differ")
    parser.add_argument("--show", type=int, default=40)
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    torch.set_num_threads(1)
    calls, missing = [], []
    for name, schemas in names().items():
        if fnmatch.fnmatch(name, options.only):
            found = in_child(find_calls, name, schemas)
            calls += found or []
            if not found:
                missing.append(name)
    differ, agree = [], 0
    for at in range(0, len(calls), CHUNK):
        part = calls[at:at + CHUNK]
        wanted = in_child(expected, part) or []
        got = run([GLASSBOX, "run"], part)
        for i, text in enumerate(part):
            a, b = (lines[i] if i < len(lines) else "(nothing)" for lines in (wanted, got))
            if same(a, b):
                agree += 1
            else:
                differ.append(f"{text}\n    PyTorch {a[:200]}\n    here    {b[:200]}")
    for text in differ[:options.show]:
        print(text)
    if options.keep:
        pathlib.Path(options.keep).write_text("\n".join(differ) + "\n\nnot reached: " + " ".join(missing) + "\n")
    share = agree / max(1, len(calls))
    print(f"{agree} agree, {len(differ)} differ, {len(missing)} operators not reached ({share:.1%})")
    return 0 if share >= 0.95 else 1


if __name__ == "__main__":
    sys.exit(main())

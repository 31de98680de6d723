#!/usr/bin/env python3
"""The losses of notebooks/train_transformer.ipynb, step by step, here and in PyTorch: equal within 1e-4?

    tests/oracle/notebook_training.py

Run with an interpreter that has torch. The cells up to the training loop are one program, run by glassbox and by this
interpreter; it prints its losses.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
GLASSBOX = os.environ.get("GLASSBOX", str(ROOT / "build/release/glassbox"))
NOTEBOOK, TOLERANCE = ROOT / "notebooks/train_transformer.ipynb", 1e-4


def program():
    """The cells that train, and a last line that prints the losses."""
    cells = ["".join(c["source"]) for c in json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"] if c["cell_type"] == "code"]
    last = next(i for i, text in enumerate(cells) if "loss.backward()" in text)
    return "\n\n".join(cells[:last + 1]) + "\nimport json\nprint(json.dumps([losses, test_losses]))\n"


def losses(command):
    with tempfile.NamedTemporaryFile("w", suffix=".py") as file:
        file.write(program())
        file.flush()
        done = subprocess.run([*command, file.name], capture_output=True, text=True, env={**os.environ, "OMP_NUM_THREADS": "1"})
    if done.returncode:
        sys.exit(done.stderr)
    return json.loads(done.stdout.splitlines()[-1])


def main():
    here, there = losses([GLASSBOX, "run"]), losses([sys.executable])
    worst = 0.0
    for name, a, b in zip(("train", "test"), here, there):
        if len(a) != len(b):
            sys.exit(f"{name}: {len(a)} steps here, {len(b)} in PyTorch")
        for step, (x, y) in enumerate(zip(a, b)):
            worst = max(worst, abs(x - y))
            if abs(x - y) > TOLERANCE:
                sys.exit(f"{name}, step {step}: {x} here, {y} in PyTorch")
    print(f"{len(here[0])} steps agree, the largest difference {worst:.1e}")


if __name__ == "__main__":
    main()

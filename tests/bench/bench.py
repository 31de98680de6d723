#!/usr/bin/env python3
"""Speed and memory beside transformers and nnsight, in the same run on the same machine.

    make bench                       or: .venv/bin/python tests/bench/bench.py [--rounds N]

SmolLM2 in float32, 2 threads. Each line is a task; each figure the least of several rounds, taken in turns so that a busy
machine is busy for both. The last column is the ratio: below 1 Glassbox is faster (or smaller).
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
GLASSBOX = ROOT / "build/release/glassbox"
MODEL = ROOT / "build/bench/smol"
GGUF = pathlib.Path(os.environ.get("XDG_CACHE_HOME", pathlib.Path.home() / ".cache")) / "glassbox/models/SmolLM2-135M-Instruct"

# The same text runs here and under nnsight; transformers has its own, where nnsight would only be in the way.
HEAD = """
import time, json, torch
torch.set_num_threads(2)
def least(task, repeats):
    task()
    best = 1e9
    for _ in range(repeats):
        start = time.perf_counter()
        task()
        best = min(best, time.perf_counter() - start)
    return best
ids = lambda n: [list(range(1000, 1000 + n))]
"""

TRACES = HEAD + """
from nnsight import LanguageModel
model = LanguageModel({model!r}, dispatch=True)
def forward(n):
    def task():
        with model.trace(ids(n)):
            out = model.lm_head.output[0, -1].save()
        return out.sum().item()
    return task
def read_all():
    with model.trace(ids(14)):
        states = [layer.output.save() for layer in model.model.layers]
        out = model.lm_head.output[0, -1].save()
    return out.sum().item()
def write_one():
    with model.trace(ids(14)):
        model.model.layers[11].mlp.output = model.model.layers[11].mlp.output * 0
        out = model.lm_head.output[0, -1].save()
    return out.sum().item()
def generate():
    with model.generate(ids(14), max_new_tokens=20, do_sample=False) as tracer:
        out = tracer.result.save()
    return out.shape
print(json.dumps({{"forward 14": least(forward(14), 8), "forward 64": least(forward(64), 5),
                  "forward 256": least(forward(256), 3), "read 30 layers": least(read_all, 8),
                  "write one MLP": least(write_one, 8), "generate 20": least(generate, 2)}}))
"""

TRANSFORMERS = HEAD + """
from transformers import AutoModelForCausalLM
model = AutoModelForCausalLM.from_pretrained({model!r}, dtype=torch.float32).eval()
def forward(n):
    x = torch.tensor(ids(n))
    def task():
        with torch.no_grad():
            return model(x).logits[0, -1].sum().item()
    return task
def generate():
    with torch.no_grad():
        return model.generate(torch.tensor(ids(14)), max_new_tokens=20, min_new_tokens=20, do_sample=False).shape
print(json.dumps({{"forward 14": least(forward(14), 8), "forward 64": least(forward(64), 5),
                  "forward 256": least(forward(256), 3), "generate 20": least(generate, 2)}}))
"""


def convert():
    """The GGUF's weights as transformers stores them, once."""
    if (MODEL / "config.json").exists():
        return
    from transformers import AutoModelForCausalLM, AutoTokenizer
    import torch
    name = next(GGUF.glob("*.gguf")).name
    AutoModelForCausalLM.from_pretrained(GGUF, gguf_file=name, dtype=torch.float32).save_pretrained(MODEL)
    AutoTokenizer.from_pretrained(GGUF, gguf_file=name).save_pretrained(MODEL)


def run(command, text):
    """(figures, peak MB, wall seconds) of a program that prints its figures as JSON."""
    with tempfile.NamedTemporaryFile("w", suffix=".py") as file:
        file.write(text.format(model=str(MODEL)))
        file.flush()
        done = subprocess.run(["/usr/bin/env", "time", "-f", "%M %e", *command, file.name], capture_output=True, text=True,
                              env={**os.environ, "HF_HUB_OFFLINE": "1", "OMP_NUM_THREADS": "2"})
    if done.returncode:
        sys.exit(f"{command}: {done.stderr[-2000:]}")
    memory, wall = done.stderr.strip().split("\n")[-1].split()
    return json.loads(done.stdout.strip().split("\n")[-1]), int(memory) / 1024, float(wall)


def best(into, figures):
    for name, value in figures.items():
        into[name] = min(into.get(name, 1e9), value)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    convert()
    programs = {"glassbox": ([str(GLASSBOX), "run"], TRACES), "nnsight": ([sys.executable], TRACES),
                "transformers": ([sys.executable], TRANSFORMERS)}
    first = TRACES.split("def read_all")[0] + 'print(json.dumps({{"x": forward(14)()}}))'
    found = {name: {} for name in programs}
    for _ in range(rounds):
        for name, (command, text) in programs.items():
            figures, memory, _ = run(command, text)
            best(found[name], {**figures, "peak memory": memory})
            if name != "transformers":
                best(found[name], {"start to first token": run(command, first)[2]})
    print(f"{'':22}{'glassbox':>12}{'transformers':>14}{'nnsight':>12}{'ratio':>8}")
    for task, value in found["glassbox"].items():
        peer = found["transformers"].get(task) or found["nnsight"].get(task)
        unit, scale = ("MB", 1) if "memory" in task else ("ms", 1000)
        cells = [f"{found[n][task] * scale:.1f} {unit}" if task in found[n] else "" for n in
                 ("glassbox", "transformers", "nnsight")]
        print(f"{task:22}{cells[0]:>12}{cells[1]:>14}{cells[2]:>12}{value / peer:8.2f}")
    weights = sum(f.stat().st_size for f in MODEL.glob("*.safetensors")) / 2**20
    print(f"weights {weights:.0f} MB; the ratio is to transformers where it has the task, else to nnsight")


if __name__ == "__main__":
    main()

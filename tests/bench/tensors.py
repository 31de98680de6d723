#!/usr/bin/env python3
"""Speed of tensor code in a cell beside PyTorch under CPython, in the same run on the same machine.

    make bench                       or: .venv/bin/python tests/bench/tensors.py [--rounds N]

The same program runs here and there, one thread, in turns; each figure is the least of the rounds. The last column is the
ratio: below 1 Glassbox is faster. The last line is memory: how much a loop of 10,000 temporaries of 1 MB adds.
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
GLASSBOX = os.environ.get("GLASSBOX", str(ROOT / "build/release/glassbox"))

PROGRAM = '''
import json
import time
import torch
import torch.nn.functional as F
from torch import nn

torch.set_num_threads(1)
torch.manual_seed(0)


def least(task, repeats):
    task()
    best = 1e9
    for _ in range(repeats):
        start = time.perf_counter()
        task()
        best = min(best, time.perf_counter() - start)
    return best


a, b = torch.rand(8), torch.rand(8)
x, w = torch.rand(2, 4, 8), torch.rand(8, 8)


def add():
    for _ in range(1000):
        a + b


def index():
    for _ in range(1000):
        x[0, :, 1]


def linear():
    for _ in range(1000):
        F.linear(a, w)


def method():
    for _ in range(1000):
        a.sum()


def attribute():
    for _ in range(1000):
        x.shape[1]


def assign():
    for _ in range(1000):
        x[0, 1, 2] = 1.0


def mlp():
    net = nn.Sequential(nn.Linear(16, 32), nn.ReLU(), nn.Linear(32, 1))
    opt = torch.optim.Adam(net.parameters(), lr=1e-3)
    inputs, targets = torch.rand(64, 16), torch.rand(64, 1)
    for _ in range(30):
        opt.zero_grad()
        loss = F.mse_loss(net(inputs), targets)
        loss.backward()
        opt.step()
    return loss.item()


def kmeans():
    points = torch.rand(200, 2)
    centres = points[:5].clone()
    for _ in range(20):
        nearest = torch.cdist(points, centres).argmin(dim=1)
        for k in range(5):
            members = points[nearest == k]
            if len(members):
                centres[k] = members.mean(dim=0)
    return centres.sum().item()


def power():
    m = torch.rand(32, 32)
    m = m + m.T
    v = torch.ones(32)
    for _ in range(500):
        v = m @ v
        v = v / v.norm()
    return (v @ m @ v).item()


tasks = {"a + b, 8 numbers": (add, 1000), "x[0, :, 1]": (index, 1000), "F.linear, 8 by 8": (linear, 1000), "a.sum()": (method, 1000),
         "x.shape[1]": (attribute, 1000), "x[0, 1, 2] = 1.0": (assign, 1000), "MLP, a step of Adam": (mlp, 30),
         "k-means, a round": (kmeans, 20), "power iteration, a step": (power, 500)}
print(json.dumps({name: least(task, 40) / n for name, (task, n) in tasks.items()}))
'''

MEMORY = '''
import torch

x = torch.ones(262144)
for i in range({steps}):
    y = x * i + 1
'''

HEADS = "task", "Glassbox", "PyTorch", "ratio"


def run(command, text):
    with tempfile.NamedTemporaryFile("w", suffix=".py") as file:
        file.write(text)
        file.flush()
        done = subprocess.run([*command, file.name], capture_output=True, text=True, env={**os.environ, "OMP_NUM_THREADS": "1"})
    if done.returncode:
        sys.exit(done.stderr)
    return json.loads(done.stdout)


def peak(command, steps):
    """The most memory of a run, in MB."""
    with tempfile.NamedTemporaryFile("w", suffix=".py") as file:
        file.write(MEMORY.format(steps=steps))
        file.flush()
        child = subprocess.Popen([*command, file.name], env={**os.environ, "OMP_NUM_THREADS": "1"})
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = status
    if status:
        sys.exit("a loop of temporaries failed")
    return usage.ru_maxrss / 1024


def growth(command):
    """What 10,000 temporaries add to a run of ten."""
    return peak(command, 5000) - peak(command, 5)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    here, there = {}, {}
    for _ in range(options.rounds):
        for command, best in (([GLASSBOX, "run"], here), ([sys.executable], there)):
            for name, seconds in run(command, PROGRAM).items():
                best[name] = min(seconds, best.get(name, seconds))
    print(f"{HEADS[0]:30}{HEADS[1]:>14}{HEADS[2]:>14}{HEADS[3]:>8}")
    for name in here:
        print(f"{name:30}{here[name] * 1e6:11.2f} µs{there[name] * 1e6:11.2f} µs{here[name] / there[name]:8.2f}")
    print(f"{'10,000 temporaries of 1 MB':30}{growth([GLASSBOX, 'run']):11.1f} MB{growth([sys.executable]):11.1f} MB")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Speed of the cell language beside CPython, in the same run on the same machine.

    tests/bench/lang.py [--rounds N] [--python COMMAND] [NAME...]

Each program of tests/bench/lang/ defines main(), which returns a checksum. It times itself, so that starting up is not
counted, in time of the processor, so that a busy machine counts for little; the figure is the least of many calls in
several rounds, taken in turns. The last column is the ratio: below 1 Glassbox is faster.
"""

import argparse
import math
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
GLASSBOX = [os.environ.get("GLASSBOX", str(ROOT / "build/release/glassbox")), "run"]
PROGRAMS = ROOT / "tests/bench/lang"

CLOCK = """

import time as _time
_best = 1e9
_end = _time.process_time() + 0.4
while _best == 1e9 or _time.process_time() < _end:
    _start = _time.process_time()
    _sum = main()
    _best = min(_best, _time.process_time() - _start)
print(_best, _sum)
"""


def run(command, text):
    """(seconds, checksum) that the program prints."""
    with tempfile.NamedTemporaryFile("w", suffix=".py") as file:
        file.write(text)
        file.flush()
        done = subprocess.run([*command, file.name], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{command}: {done.stderr[-2000:]}")
    seconds, checksum = done.stdout.split()
    return float(seconds), checksum


def measure(path, python, rounds):
    """The least seconds of Glassbox and of CPython for one program."""
    text = path.read_text() + CLOCK
    ours = theirs = math.inf
    for _ in range(rounds):
        seconds, found = run(GLASSBOX, text)
        ours = min(ours, seconds)
        seconds, wanted = run(python, text)
        theirs = min(theirs, seconds)
        if found != wanted:
            sys.exit(f"{path.stem}: {found}, but CPython says {wanted}")
    return ours, theirs


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--python", default="python3")
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    python = options.python.split()
    version = subprocess.run([*python, "-c", "import sys; print(sys.version.split()[0])"], capture_output=True, text=True)
    print(f"{'':18}{'glassbox':>12}{'CPython ' + version.stdout.strip():>18}{'ratio':>8}")
    ratios = {}
    for path in sorted(PROGRAMS.glob("*.py")):
        if options.names and path.stem not in options.names:
            continue
        ours, theirs = measure(path, python, options.rounds)
        ratios[path.stem] = ours / theirs
        print(f"{path.stem:18}{ours * 1000:9.2f} ms{theirs * 1000:15.2f} ms{ours / theirs:8.2f}", flush=True)
    mean = math.exp(sum(map(math.log, ratios.values())) / len(ratios))
    worst = max(ratios, key=ratios.get)
    print(f"geometric mean {mean:.2f}, worst {ratios[worst]:.2f} ({worst})")


if __name__ == "__main__":
    main()

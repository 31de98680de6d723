#!/usr/bin/env python3
"""Speed and memory beside transformers and nnsight, in the same run on the same machine.

    make bench                       or: .venv/bin/python tests/bench/bench.py [--rounds N]

SmolLM2 in float32 (the GGUF's weights, dequantised once), 2 threads. Every program runs all the time and they do each
task in turns, so that a busy machine is busy for all of them; a figure is the least of the rounds. Starts are fresh
processes, in turns as well.
"""

import argparse
import os
import pathlib
import subprocess
import sys
import tempfile
import time

import zmq
from jupyter_client.connect import write_connection_file
from jupyter_client.session import Session

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
GLASSBOX = ROOT / "build/release/glassbox"
BARE = ROOT / "build/release/bare"
MODELS = ROOT / "build/bench"
GGUF = pathlib.Path(os.environ.get("XDG_CACHE_HOME", pathlib.Path.home() / ".cache")) / "glassbox/models/SmolLM2-135M-Instruct"
ENVIRONMENT = {**os.environ, "HF_HUB_OFFLINE": "1", "OMP_NUM_THREADS": "2", "TOKENIZERS_PARALLELISM": "false",
               "GLASSBOX_HISTORY": str(MODELS / "history")}
PEERS = ("glassbox", "transformers", "nnsight")
WORKERS = {"glassbox": [str(GLASSBOX), "run", str(HERE / "traces.py")],
           "transformers": [sys.executable, str(HERE / "direct.py")],
           "nnsight": [sys.executable, "-W", "ignore", str(HERE / "traces.py")]}

# title, task, its number, how often a round
TASKS = [(f"forward, T = {n}, last logits", "forward_last", n, times) for n, times in ((14, 4), (64, 3), (256, 1))] + [
    (f"forward, T = {n}, all logits", "forward_all", n, times) for n, times in ((14, 3), (64, 2), (256, 1))] + [
    ("the same T = 14, read 30 layers", "read_layers", 14, 4), ("the same T = 14, write one MLP", "zero_mlp", 14, 4),
    ("generate 20 tokens", "generate", 20, 1)]
# Overhead, where the model itself costs little.
NARROW = ("narrow_stop", "narrow_one", "narrow_reads", "narrow_edits")
NARROW_TIMES = 25

FIRST = {
    "traces": """
from nnsight import LanguageModel
model = LanguageModel({model!r}, dispatch=True)
with model.trace("The Eiffel Tower is in the city of"):
    token = model.lm_head.output[0, -1].argmax().save()
print(model.tokenizer.decode(token))
""", "direct": """
import torch
from transformers import AutoModelForCausalLM, AutoTokenizer
model = AutoModelForCausalLM.from_pretrained({model!r}, dtype=torch.float32)
tokenizer = AutoTokenizer.from_pretrained({model!r})
with torch.no_grad():
    logits = model(**tokenizer("The Eiffel Tower is in the city of", return_tensors="pt")).logits
print(tokenizer.decode(logits[0, -1].argmax()))
"""}


def make_models():
    """The GGUF's weights as transformers stores them, and 30 layers that are 32 wide; once."""
    if (MODELS / "done").exists():
        return
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer
    name = next(GGUF.glob("*.gguf")).name
    model = AutoModelForCausalLM.from_pretrained(GGUF, gguf_file=name, dtype=torch.float32)
    model.hf_quantizer = None  # or it takes the weights for quantised ones and refuses to save them
    for key in ("quantization_config", "_pre_quantization_dtype"):
        if hasattr(model.config, key):
            delattr(model.config, key)
    config = type(model.config)(**{**model.config.to_dict(), "hidden_size": 32, "intermediate_size": 48, "head_dim": 16,
                                   "num_attention_heads": 2, "num_key_value_heads": 1})
    for folder, what in (("smol", model), ("narrow", type(model)(config))):
        what.save_pretrained(MODELS / folder)
        AutoTokenizer.from_pretrained(GGUF, gguf_file=name).save_pretrained(MODELS / folder)
    (MODELS / "done").touch()


class Worker:
    """A program that does tasks when told to."""

    def __init__(self, command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=ENVIRONMENT,
                                        stderr=subprocess.DEVNULL)
        self.tell(MODELS / "smol")
        self.tell(MODELS / "narrow")
        assert self.hear() == "ready", command

    def tell(self, text):
        self.process.stdin.write(f"{text}\n")
        self.process.stdin.flush()

    def hear(self):
        return self.process.stdout.readline().strip()

    def seconds(self, task, number):
        self.tell(f"{task} {number}")
        return float(self.hear())

    def peak(self):
        return peak_of(self.process.pid)

    def end(self):
        self.process.kill()
        self.process.wait()


def peak_of(pid):
    """MB (of 2^20 bytes)."""
    return int(pathlib.Path(f"/proc/{pid}/status").read_text().split("VmHWM:")[1].split()[0]) / 1024


def request(session, socket, kind, content):
    """Sends, and waits for the reply."""
    session.send(socket, kind, content)
    while True:
        identities, frames = session.feed_identities(socket.recv_multipart())
        reply = session.deserialize(frames)
        if reply["msg_type"] == kind.replace("request", "reply"):
            return reply["content"]


def start_kernel(command, cell, first):
    """Figures of a fresh kernel: until it answers, until the first token is there, and its peak memory."""
    with tempfile.TemporaryDirectory() as folder:
        file, info = write_connection_file(os.path.join(folder, "kernel.json"), key=b"bench")
        session, socket = Session(key=b"bench"), zmq.Context.instance().socket(zmq.DEALER)
        socket.set(zmq.RECONNECT_IVL, 1)
        socket.set(zmq.LINGER, 0)
        listener = zmq.Context.instance().socket(zmq.SUB)  # a kernel that nobody listens to waits with what it says
        listener.set(zmq.SUBSCRIBE, b"")
        listener.set(zmq.RECONNECT_IVL, 1)
        listener.connect(f"tcp://{info['ip']}:{info['iopub_port']}")
        begin = time.perf_counter()
        kernel = subprocess.Popen([*command, "-f", file], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=ENVIRONMENT)
        socket.connect(f"tcp://{info['ip']}:{info['shell_port']}")
        request(session, socket, "kernel_info_request", {})
        ready = time.perf_counter() - begin
        done = request(session, socket, "execute_request", {"code": cell, "silent": False})
        assert done["status"] == "ok", done
        found = {"kernel ready": ready, f"start to first token{first}": time.perf_counter() - begin,
                 f"peak memory, first token{first}": peak_of(kernel.pid)}
        kernel.kill()
        kernel.wait()
        socket.close()
        listener.close()
        return found


def start_bare():
    """Until a program that is nothing but libtorch says its word."""
    begin = time.perf_counter()
    with subprocess.Popen([BARE], stdout=subprocess.PIPE) as bare:
        bare.stdout.readline()
        return {"kernel ready": time.perf_counter() - begin}


def starts():
    """(who, figures) of one fresh start of each."""
    smol, ipython = str(MODELS / "smol"), [sys.executable, "-m", "ipykernel_launcher"]
    yield "bare", start_bare()
    yield "glassbox", start_kernel([str(GLASSBOX), "kernel"], FIRST["traces"].format(model=smol), "")
    yield "glassbox", start_kernel([str(GLASSBOX), "kernel"], FIRST["traces"].format(model=str(GGUF)), ", GGUF")
    yield "transformers", start_kernel(ipython, FIRST["direct"].format(model=smol), "")
    yield "nnsight", start_kernel(ipython, FIRST["traces"].format(model=smol), "")


def least(found, title, value):
    found[title] = min(found.get(title, value), value)


def measure(rounds):
    """{who: {title: seconds or MB}}"""
    found = {who: {} for who in (*PEERS, "bare")}
    workers = {who: Worker(command) for who, command in WORKERS.items()}
    for _ in range(rounds):
        for title, task, number, times in TASKS:
            for turn in range(times):
                for who, worker in workers.items():
                    least(found[who], title, worker.seconds(task, number))
        for turn in range(NARROW_TIMES):
            for task in NARROW:
                for who in ("glassbox", "nnsight"):
                    least(found[who], task, workers[who].seconds(task, 4))
    for who, worker in workers.items():
        found[who]["peak memory, all of the above"] = worker.peak()
        worker.end()
    for _ in range(rounds):
        for who, figures in starts():
            for title, value in figures.items():
                least(found[who], title, value)
    return found


READ = "a read, of 30 in a trace"


def overheads(figures):
    """What a trace, a read and an edit cost, from the narrow model; seconds."""
    stop, one, reads, edits = (figures.pop(task) for task in NARROW)
    figures["a trace that stops at the embedding"] = stop
    figures[READ] = (reads - one) / 29
    figures["an edit (mlp.output * 2), of 30"] = (edits - one) / 30


def text_of(title, value):
    if value is None:
        return ""
    if "memory" in title:
        return f"{value:.0f} MB"
    return f"{value * 1e6:.1f} µs" if value < 1e-3 else f"{value * 1e3:.1f} ms"


def show(found):
    titles = list(found["glassbox"])
    print(f"{'':36}{'glassbox':>12}{'transformers':>14}{'nnsight':>12}   ratio to")
    for title in titles:
        values = [found[who].get(title) for who in PEERS]
        cells = [text_of(title, value) for value in values]
        ratios = [f"{values[0] / value:.2f} {who}" for who, value in zip(PEERS[1:], values[1:]) if value]
        print(f"{title:36}{cells[0]:>12}{cells[1]:>14}{cells[2]:>12}   {', '.join(ratios)}")
    bare, forward, read = found["bare"]["kernel ready"], found["glassbox"][TASKS[0][0]], found["glassbox"][READ]
    weights = (MODELS / "smol/model.safetensors").stat().st_size / 2**20
    print(f"""
kernel ready: {found['glassbox']['kernel ready'] / bare:.2f} of a bare program with libtorch ({bare * 1e3:.1f} ms)
30 reads: {100 * 30 * read / forward:.2f} % of the forward at T = 14
peak memory: weights ({weights:.0f} MB) and {found['glassbox']['peak memory, first token'] - weights:.0f} MB

last logits: the last row of the unembedding alone (glassbox by its graph, transformers by logits_to_keep=1; nnsight
computes all rows). Reads and edits of transformers are hidden_states and a hook. A start is a fresh kernel: glassbox,
or ipykernel with transformers or nnsight.""")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    make_models()
    found = measure(rounds)
    for who in ("glassbox", "nnsight"):
        overheads(found[who])
    show(found)


if __name__ == "__main__":
    main()

"""The tasks of traces.py that transformers has of its own: a worker of bench.py, with the same talk.

Where a trace looks at the last row of the logits, transformers is asked for that row alone.
"""

import time

import torch
from transformers import AutoModelForCausalLM

torch.set_num_threads(2)
torch.set_grad_enabled(False)
model = AutoModelForCausalLM.from_pretrained(input(), dtype=torch.float32).eval()
input()


def prompt(n):
    return torch.arange(1000, 1000 + n).unsqueeze(0)


def forward_last(n):
    return model(prompt(n), logits_to_keep=1).logits[0, -1]


def forward_all(n):
    return model(prompt(n)).logits


def read_layers(n):
    found = model(prompt(n), logits_to_keep=1, output_hidden_states=True)
    return found.logits[0, -1], found.hidden_states


def zero_mlp(n):
    hook = model.model.layers[11].mlp.register_forward_hook(lambda module, inputs, output: output * 0)
    out = forward_last(n)
    hook.remove()
    return out


def generate(n):
    return model.generate(prompt(14), max_new_tokens=n, min_new_tokens=n, do_sample=False)


tasks = {task.__name__: task for task in (forward_last, forward_all, read_layers, zero_mlp, generate)}
print("ready", flush=True)
while True:
    name, n = input().split()
    start = time.perf_counter()
    value = tasks[name](int(n))
    print(time.perf_counter() - start, flush=True)

"""The traces that are timed, the same text under Glassbox and nnsight: a worker of bench.py.

Two lines of input name the models' folders (the real one, and one of 30 narrow layers where nothing but overhead
is left); each further line names a task, which is done once and answered with its seconds.
"""

import time

import torch
from nnsight import LanguageModel

torch.set_num_threads(2)
model = LanguageModel(input(), dispatch=True)
narrow = LanguageModel(input(), dispatch=True)


def prompt(n):
    return torch.arange(1000, 1000 + n).unsqueeze(0)


def forward_last(n):
    with model.trace(prompt(n)):
        out = model.lm_head.output[0, -1].save()
    return out


def forward_all(n):
    with model.trace(prompt(n)):
        out = model.lm_head.output.save()
    return out


def read_layers(n):
    states = []
    with model.trace(prompt(n)):
        for layer in model.model.layers:
            states.append(layer.output.save())
        out = model.lm_head.output[0, -1].save()
    return out, states


def zero_mlp(n):
    with model.trace(prompt(n)):
        model.model.layers[11].mlp.output = model.model.layers[11].mlp.output * 0
        out = model.lm_head.output[0, -1].save()
    return out


def generate(n):
    with model.generate(prompt(14), max_new_tokens=n, min_new_tokens=n, do_sample=False) as tracer:
        out = tracer.result.save()
    return out


# One thread below: what these cost is not arithmetic.


def narrow_stop(n):
    with narrow.trace(prompt(n)) as tracer:
        out = narrow.model.embed_tokens.output.save()
        tracer.stop()
    return out


def narrow_one(n):
    with narrow.trace(prompt(n)):
        out = narrow.model.layers[-1].output.save()
    return out


def narrow_reads(n):
    states = []
    with narrow.trace(prompt(n)):
        for layer in narrow.model.layers:
            states.append(layer.output.save())
    return states


def narrow_edits(n):
    with narrow.trace(prompt(n)):
        for layer in narrow.model.layers:
            layer.mlp.output = layer.mlp.output * 2
        out = narrow.model.layers[-1].output.save()
    return out


tasks = {task.__name__: task for task in (forward_last, forward_all, read_layers, zero_mlp, generate, narrow_stop,
                                          narrow_one, narrow_reads, narrow_edits)}
print("ready", flush=True)
while True:
    name, n = input().split()
    torch.set_num_threads(1 if name.startswith("narrow") else 2)
    start = time.perf_counter()
    value = tasks[name](int(n))
    print(time.perf_counter() - start, flush=True)

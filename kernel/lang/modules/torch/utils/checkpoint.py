"""Checkpointing: values stay in memory here, and the function is called a second time in the backward all the same: what it
changes (running statistics, counters, random numbers) it changes as often as in PyTorch."""

import torch


def _again_in_backward(function, args, kwargs, out, state):
    """Calls the function once more when the first gradient of its results arrives."""
    waiting = [True]

    def again(grad):
        if not waiting:
            return
        waiting.clear()
        now = torch.get_rng_state()
        if state is not None:
            torch.set_rng_state(state)
        with torch.enable_grad():
            function(*args, **kwargs)
        if state is not None:
            torch.set_rng_state(now)

    for value in out if isinstance(out, (tuple, list)) else (out,):
        if torch.is_tensor(value) and value.requires_grad and value.grad_fn is not None:
            value.register_hook(again)


def checkpoint(function, *args, use_reentrant=None, context_fn=None, determinism_check="default", debug=False, early_stop=True,
               preserve_rng_state=True, **kwargs):
    """function(*args, **kwargs), which is called again in the backward."""
    state = torch.get_rng_state() if preserve_rng_state else None
    out = function(*args, **kwargs)
    if torch.is_grad_enabled():
        _again_in_backward(function, args, kwargs, out, state)
    return out


def checkpoint_sequential(functions, segments, input, use_reentrant=None, **kwargs):
    """The functions one after the other, in segments; the last segment is not called again."""
    functions = list(functions.children() if hasattr(functions, "children") else functions)

    def run(start, end):
        def segment(value):
            for function in functions[start:end]:
                value = function(value)
            return value

        return segment

    size = len(functions) // segments
    for start in range(0, size * (segments - 1), size):
        input = checkpoint(run(start, start + size), input, use_reentrant=use_reentrant, **kwargs)
    return run(size * (segments - 1), len(functions))(input)

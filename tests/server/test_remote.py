#!/usr/bin/env python3
"""remote=True from programs, end to end: the same numbers to the bit, prints, interrupts, a server that dies.

    tests/server/test_remote.py [name ...]    the last line is `N passed, M failed`
"""

import pathlib
import signal
import subprocess
import sys

import tiny
from process import ENVIRONMENT, GLASSBOX, run_tests

LLAMA = "meta-llama/Llama-2-70b-hf"

# The lines at the head of the design, unchanged.
DEMO = f'''
from nnsight import LanguageModel
model = LanguageModel("{LLAMA}")
with model.trace("The Eiffel Tower is in the city of ", remote=True):
    hidden_state = model.layers[10].input[0].save()
    model.layers[11].mlp.output = 0
    output = model.output.save()
print("The model predicts", output)
print("The internal state was", hidden_state)
'''
EXACT = '''
print(hidden_state.tolist())
print(output.logits.tolist())
'''


def models(folder):
    path = pathlib.Path(folder) / "models" / LLAMA
    tiny.write(path)
    return ["--model", f"{LLAMA}={path}"]


def start(server, program, local=False, **more):
    """A program as a process: it has the server, or the checkpoint, never both."""
    folder = pathlib.Path(server.store).parent
    path = folder / "program.py"
    path.write_text(program)
    environment = {**ENVIRONMENT, "HF_HUB_OFFLINE": "1", "HF_HOME": str(folder / "nothing"),
                   "GLASSBOX_MODELS": str(folder / ("models" if local else "nothing")), **more}
    environment.pop("NDIF_HOST", None)
    if not local and "GLASSBOX_HOST" not in more:
        environment["GLASSBOX_HOST"] = server.client.url
    return subprocess.Popen([GLASSBOX, "run", str(path)], env=environment, text=True, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE)


def finish(process):
    out, err = process.communicate(timeout=120)
    return process.returncode, out, err


def run(server, program, local=False, **more):
    status, out, err = finish(start(server, program, local, **more))
    assert status == 0, f"exit {status}\n{out[-2000:]}\n{err[-2000:]}"
    return out


def wait_until(server, state, count=1):
    while server.count(state) < count:
        pass


LONG = f'''
from nnsight import LanguageModel
model = LanguageModel("{LLAMA}")
with model.generate("ab", max_new_tokens=300, remote=True):
    print("it runs")
    out = model.generator.output.save()
print(out.shape, out.sum())
'''

# --- tests ------------------------------------------------------------------------------------------------------


def the_demo(server):
    remote = run(server, DEMO + EXACT)
    assert remote == run(server, (DEMO + EXACT).replace(", remote=True", ""), local=True)
    assert remote == run(server, (DEMO + EXACT).replace("remote=True", "remote='local'"), local=True)
    assert "The model predicts" in remote and "The internal state was" in remote
    assert server.count("done") == 1


def a_host_in_the_program(server):
    program = DEMO.replace("model = ", f"from nnsight import CONFIG\nCONFIG.API.HOST = '{server.client.url}'\nmodel = ")
    assert run(server, program, GLASSBOX_HOST="") == run(server, DEMO)


def prints_and_values_that_are_looked_at(server):
    program = f'''
from nnsight import LanguageModel
model = LanguageModel("{LLAMA}")
with model.trace("abc", remote=True):
    h = model.layers[3].output
    print("norm", h.norm())
    if h.sum() > 0:
        model.layers[4].mlp.output *= 2
    else:
        model.layers[4].mlp.output *= 3
    print("first", h[0, 0, :3], h.shape)
    out = model.lm_head.output[0, -1].save()
print([round(x, 3) for x in out.tolist()])
'''
    assert run(server, program) == run(server, program.replace(", remote=True", ""), local=True)


def generation(server):
    program = f'''
import torch
from nnsight import LanguageModel
model = LanguageModel("{LLAMA}")
torch.manual_seed(3)
with model.generate("abc", max_new_tokens=6, do_sample=True, remote=True) as tracer:
    tops = list().save()
    for step in tracer.iter[:]:
        tops.append(model.lm_head.output[0, -1].argmax())
        model.layers[2].mlp.output *= 1.5
    out = model.generator.output.save()
print([int(t) for t in tops], out, torch.rand(2))
'''
    assert run(server, program) == run(server, program.replace(", remote=True", ""), local=True)


def a_session(server):
    program = f'''
from nnsight import LanguageModel
model = LanguageModel("{LLAMA}")
with model.session(remote=True):
    with model.trace("first"):
        h = model.layers[3].output[:, -1].save()
    with model.trace("second"):
        model.layers[3].output[:, -1] = h
        out = model.lm_head.output[0, -1].save()
print(out.tolist())
'''
    assert run(server, program) == run(server, program.replace("remote=True", ""), local=True)
    assert server.count("done") == 2


def gradients_and_invokes(server):
    program = f'''
from nnsight import LanguageModel
model = LanguageModel("{LLAMA}")
with model.trace(remote=True) as tracer:
    with tracer.invoke("first"):
        h = model.layers[2].output
        h.requires_grad_(True)
        loss = model.lm_head.output[:, -1].logsumexp(-1).sum()
        with loss.backward():
            g = h.grad.save()
    with tracer.invoke("another"):
        model.layers[5].output[:, -1] = 0
        other = model.lm_head.output[0, -1].save()
print(g.tolist())
print(other.tolist())
'''
    assert run(server, program) == run(server, program.replace("remote=True", ""), local=True)


def errors_are_the_programs_own(server):
    program = f'''
from nnsight import LanguageModel
model = LanguageModel("{LLAMA}")
with model.trace("abc", remote=True):
    h = model.layers[2].output
    i = (h[0, 0, 0] * 0).long() + 99
    x = h.index_select(1, i[None]).save()
'''
    status, _, err = finish(start(server, program))
    here, _, expected = finish(start(server, program.replace(", remote=True", ""), local=True))
    assert status == here == 1
    assert err == expected and "x = h.index_select(1, i[None]).save()" in err, err


def a_model_that_is_nowhere(server):
    status, _, err = finish(start(server, DEMO.replace("Llama-2-70b", "Llama-9")))
    assert status == 1 and "Llama-9" in err and "FileNotFoundError" in err, err


def no_server(server):
    server.kill()
    status, _, err = finish(start(server, DEMO))
    assert status == 1 and "cannot be reached" in err and server.port in err, err
    server.start()


def interrupted(server):
    """Ctrl-C ends the wait at once, and the job on the server."""
    process = start(server, LONG)
    wait_until(server, "running")
    process.send_signal(signal.SIGINT)
    status, out, err = finish(process)
    assert status != 0 and "KeyboardInterrupt" in err, (status, out, err)
    wait_until(server, "cancelled")
    assert server.count("done") == 0


def a_server_that_dies(server):
    """The job goes on when the server does, and its prints come once."""
    whole = run(server, LONG)
    process = start(server, LONG)
    wait_until(server, "running")
    server.kill_and_start()
    status, out, err = finish(process)
    assert status == 0, err
    assert out == whole and out.count("it runs") == 1


def not_waiting(server):
    program = f'''
import time
import nnsight
from nnsight import LanguageModel
print(nnsight.is_model_running("{LLAMA}"), nnsight.is_model_running("nobody/nothing"))
model = LanguageModel("{LLAMA}")
with model.trace("abc", remote=True, blocking=False) as tracer:
    h = model.layers[3].output.save()
backend = tracer.backend
print(len(backend.job_id))
result = backend()
while result is None:
    result = backend()
print(backend.job_status, list(result), (result["h"] - h).abs().sum().item(), h.shape)
'''
    out = run(server, program)
    assert out == "True False\n32\nJobStatus.COMPLETED ['h'] 0.0 torch.Size([1, 3, 32])\n", out


TESTS = [the_demo, a_host_in_the_program, prints_and_values_that_are_looked_at, generation, a_session,
         gradients_and_invokes, errors_are_the_programs_own, a_model_that_is_nowhere, no_server, interrupted,
         a_server_that_dies, not_waiting]

if __name__ == "__main__":
    sys.exit(run_tests(TESTS, models))

#!/usr/bin/env python3
"""`glassbox serve` as a process: what it survives. Kills come at points that the server tells of, not after a time.

    tests/server/test_serve.py [name ...]    the last line is `N passed, M failed`
"""

import os
import signal
import subprocess
import sys
import threading

from client import Client, Refused, job
from process import GLASSBOX, MODELS, run_tests


def short(text="hello"):
    return job("gpt2", [("read", ("transformer.h.1", "output"), ()),
                        ("save", None, [{"node": 0}], {"name": "h"}),
                        ("print", None, [text + "\n"])])


def long(products=60, size=700):
    """Prints at its beginning, then multiplies for a second or so."""
    nodes = [("read", ("transformer.h.0", "output"), ()),
             ("print", None, ["begun\n"]),
             ("op", "aten::full", [[size, size], 1.0 / size]),
             ("op", "aten::select.int", [{"node": 0}, 2, 0]),
             ("op", "aten::sum", [{"node": 3}]),
             ("op", "aten::mul.Tensor", [{"node": 2}, {"node": 4}])]
    for i in range(products):
        nodes.append(("op", "aten::mm", [{"node": len(nodes) - 1}, {"node": 2}]))
    nodes.append(("op", "aten::sum", [{"node": len(nodes) - 1}]))
    nodes.append(("save", None, [{"node": len(nodes) - 1}], {"name": "sum"}))
    return job("gpt2", nodes)


def only_value(client, identifier):
    document, tensors = client.result(identifier)
    ((_, value),) = document["values"]
    return tensors[value["tensor"]]


def texts(events):
    return [event["text"] for event in events if event["kind"] == "print"]


# --- tests: each gets a server of its own -----------------------------------------------------------------------


def a_job_and_its_result(server):
    client = server.client
    state, events = client.follow(client.submit(short()))
    assert state["state"] == "done"
    assert texts(events) == ["hello\n"]
    shape, numbers = only_value(client, state["id"])
    assert shape[:2] == [1, 3] and len(numbers) == 3 * shape[2]


def killed_when_accepted(server):
    """Between the acceptance and the result."""
    jobs = [server.client.submit(long()), server.client.submit(short())]
    server.kill_and_start()
    for identifier in jobs:
        state, events = server.client.follow(identifier)
        assert state["state"] == "done", state
        assert [e["text"] for e in events if e["kind"] == "state"].count("done") == 1


def killed_while_it_runs(server):
    reference, _ = server.client.follow(server.client.submit(long()))
    identifier = server.client.submit(long(), key="once")
    server.client.follow(identifier, until=("print", "done"))
    server.kill_and_start()
    state, events = server.client.follow(identifier)
    assert state["state"] == "done", state
    assert texts(events) == ["begun\n"], "a print is told once, however often the job begins"
    assert server.client.submit(long(), key="once") == identifier
    assert only_value(server.client, identifier) == only_value(server.client, reference["id"])


def killed_again_and_again(server):
    """Two ends are survived, the third is the job's own end."""
    identifier = server.client.submit(long(products=2000))
    for _ in range(3):
        server.client.follow(identifier, until=("running", "failed"))
        server.kill_and_start()
    state, _ = server.client.follow(identifier)
    assert state["state"] == "failed" and "3 times" in state["error"]["message"], state
    state, _ = server.client.follow(server.client.submit(short()))
    assert state["state"] == "done"


def killed_when_done(server):
    identifier = server.client.submit(short())
    server.client.follow(identifier)
    value = only_value(server.client, identifier)
    server.kill_and_start()
    state, _ = server.client.follow(identifier)
    assert state["state"] == "done"
    assert only_value(server.client, identifier) == value


def ended_politely(server):
    """SIGTERM ends it at once, also under a job, which the next start runs."""
    identifier = server.client.submit(long(products=2000))
    server.client.follow(identifier, until=("running",))
    assert server.end(signal.SIGTERM) == 0
    server.start()
    server.client.ask("DELETE", f"/v1/jobs/{identifier}")
    state, _ = server.client.follow(identifier)
    assert state["state"] == "cancelled", state


def cancelled(server):
    client = server.client
    first, second = client.submit(long(products=2000)), client.submit(short())
    client.follow(first, until=("running",))
    client.ask("DELETE", f"/v1/jobs/{second}")
    assert client.get(f"/v1/jobs/{second}")["state"] == "cancelled"
    client.ask("DELETE", f"/v1/jobs/{first}")
    state, _ = client.follow(first)
    assert state["state"] == "cancelled", state
    state, _ = client.follow(client.submit(short()))
    assert state["state"] == "done"


def many_at_a_time(server):
    failures, values = [], []

    def one(i):
        try:
            client = Client(server.client.url)
            state, events = client.follow(client.submit(short(f"job {i}"), key=f"key {i}"))
            assert texts(events) == [f"job {i}\n"]
            values.append(only_value(client, state["id"]))
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=one, args=[i]) for i in range(24)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures, failures[0]
    assert all(value == values[0] for value in values)


def refusals_name_the_reason(server):
    bad = short()
    bad["graph"]["sites"] = [["transformer.h.77", "output"]]
    for what, status, words in [(bad, 422, "node 0"), ({**short(), "model": "nobody"}, 404, "nobody"),
                                ({**short(), "code": "1"}, 400, "'code'")]:
        try:
            server.client.submit(what)
            raise AssertionError("accepted")
        except Refused as refused:
            assert refused.status == status and words in refused.error["message"], refused


def wrong_calls(server):
    def call(*args):
        done = subprocess.run([GLASSBOX, "serve", *args], capture_output=True, text=True, timeout=60,
                              env={**os.environ, "HF_HUB_OFFLINE": "1"})
        assert done.returncode in (1, 2) and len(done.stderr) < 2000, done
        return done.stderr

    port = server.client.url.rpartition(":")[2]
    other = server.store + ".other"
    assert "no model" in call()
    assert "ID=PATH" in call("--model", "=x")
    assert "ID=PATH" in call("--model", "x=")
    assert "nothing/here" in call("--model", "m=/nothing/here", "--store", other)
    assert "in use" in call(*MODELS, "--port", port, "--store", other)
    assert "belongs to a server" in call(*MODELS, "--port", "0", "--store", server.store)
    assert "65535" in call(*MODELS, "--port", "http")
    assert "loopback" in call(*MODELS, "--host", "0.0.0.0", "--store", other)


TESTS = [a_job_and_its_result, killed_when_accepted, killed_while_it_runs, killed_again_and_again, killed_when_done,
         ended_politely, cancelled, many_at_a_time, refusals_name_the_reason, wrong_calls]


if __name__ == "__main__":
    sys.exit(run_tests(TESTS))

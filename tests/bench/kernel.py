#!/usr/bin/env python3
"""The kernel beside ipykernel: start, round trips, prints, interrupts, memory – in turns, in one run.

    .venv/bin/python tests/bench/kernel.py [ROUNDS]

Every number is the median over the rounds; smaller is better but for cells/s.
"""

import pathlib
import statistics
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "jupyter"))
import kernels  # noqa: E402 (writes the kernel specs; before jupyter_client is used)
from jupyter_client.manager import KernelManager  # noqa: E402

TIMEOUT = 60
CELLS = 300


class Kernel:
    """One kernel under jupyter_client's blocking client."""

    def __init__(self, name):
        self.name = name
        self.manager = KernelManager(kernel_name=name)

    def start(self):
        self.manager.start_kernel()
        self.connect()

    def connect(self):
        self.client = self.manager.blocking_client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=TIMEOUT)

    def run(self, code):
        """Executes and waits for reply and idle."""
        msg_id = self.client.execute(code)
        self.idle(msg_id)
        while True:
            reply = self.client.get_shell_msg(timeout=TIMEOUT)
            if reply["parent_header"].get("msg_id") == msg_id:
                return reply["content"]

    def idle(self, msg_id):
        while True:
            message = self.client.get_iopub_msg(timeout=TIMEOUT)
            if message["parent_header"].get("msg_id") == msg_id and message["msg_type"] == "status" and \
                    message["content"]["execution_state"] == "idle":
                return

    def resident(self):
        """MiB in memory."""
        status = pathlib.Path(f"/proc/{self.manager.provisioner.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0]) / 1024


def timed(action):
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def interrupt_latency(kernel):
    msg_id = kernel.client.execute("while True: pass")
    while kernel.client.get_iopub_msg(timeout=TIMEOUT)["msg_type"] != "execute_input":
        pass
    time.sleep(0.05)
    start = time.perf_counter()
    kernel.manager.interrupt_kernel()
    while kernel.client.get_shell_msg(timeout=TIMEOUT)["parent_header"].get("msg_id") != msg_id:
        pass
    took = time.perf_counter() - start
    kernel.idle(msg_id)
    return took


def measure(name):
    """{what: number} of one kernel's life."""
    kernel, found = Kernel(name), {}

    def first():
        kernel.start()
        kernel.run("1")

    found["start to first cell, s"] = timed(first)
    found["at rest, MiB"] = kernel.resident()
    trips = [timed(lambda: kernel.run("x = 1")) for _ in range(CELLS)]
    found["round trip, ms"] = 1000 * statistics.median(trips)
    found["round trip 99%, ms"] = 1000 * statistics.quantiles(trips, n=100)[98]
    found["cells/s"] = CELLS / sum(trips)
    found["100,000 prints, s"] = timed(lambda: kernel.run("for i in range(100000): print(i)"))
    found["5 MB of prints, s"] = timed(lambda: kernel.run("for i in range(50000): print('x' * 99)"))
    found["loop of 2,000,000, s"] = timed(lambda: kernel.run("t = 0\nfor i in range(2000000): t += i & 3"))
    found["interrupt, ms"] = 1000 * statistics.median(interrupt_latency(kernel) for _ in range(5))

    def restart():
        kernel.client.stop_channels()
        kernel.manager.restart_kernel()
        kernel.connect()
        kernel.run("1")

    found["restart to first cell, s"] = timed(restart)
    kernel.client.stop_channels()
    found["shutdown, s"] = timed(kernel.manager.shutdown_kernel)
    return found


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    results = {"glassbox": [], "python3": []}
    for _ in range(rounds):
        for name, found in results.items():
            found.append(measure(name))
    print(f"{'':28} {'glassbox':>10} {'ipykernel':>10}")
    for what in results["glassbox"][0]:
        ours, theirs = (statistics.median(found[what] for found in results[name]) for name in results)
        print(f"{what:28} {ours:10.4g} {theirs:10.4g}")


if __name__ == "__main__":
    main()

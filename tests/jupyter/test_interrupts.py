"""Interrupts at random moments: the kernel lives, no reply is lost, no later cell is hit."""

import os
import random
import signal
import unittest

from kernels import Client, Raw

ROUNDS = int(os.environ.get("GLASSBOX_INTERRUPTS", "250"))
LOOPS = ("while True: pass", "import time; time.sleep(60)")


def spin(amount):
    """Lets a random, short time pass without sleeping."""
    for _ in range(amount):
        pass


# What never comes back by itself, each in another part of the system.
ENDLESS = (
    "max(iter(int, 1))", "-1 in iter(int, 1)", "','.join('a' for _ in iter(int, 1))", "sum(iter(int, 1))",
    "list(iter(int, 1))", "[i for i in iter(int, 1)]", "set(iter(int, 1))", "a, *b = iter(int, 1)",
    "def f(*a): pass\nf(*iter(int, 1))", "dict((i, i) for i in iter(int, 1))", "any(iter(int, 1))",
    "import re\nwhile True: re.match('(a*)*b', 'a' * 40)", "import itertools\nfor x in itertools.count(): pass",
    "import itertools, collections\ncollections.deque(itertools.count())", "x = 3\nwhile True: x ** 100000",
    "import torch\nx = torch.ones(50, 50)\nwhile True: x = x @ x * 0.01", "import torch\nwhile True: torch.tensor([0.5] * 1000)",
    "while True: print('x' * 1000)", "while True: display(5)", "import json\nwhile True: json.dumps([1] * 1000)",
    "def f():\n    while True: yield 1\nfor i in f(): pass", "while True:\n    try: 1/0\n    except ZeroDivisionError: pass",
    "%timeit -n 1000000000 pass", "import time\ntry:\n    time.sleep(1000)\nfinally:\n    x = 1",
)


class Interrupts(unittest.TestCase):
    """Half of the interrupts are messages, half are signals: 500 together with the ones at rest."""

    def storm(self, k, interrupt):
        chance = random.Random(3)
        for i in range(ROUNDS):
            if i % 5 == 0:
                interrupt()  # at rest
                self.assertTrue(k.alive())
                reply = k.request("execute_request", k.cell("1 + 1"))
                self.assertEqual(reply["content"]["status"], "ok", f"round {i}: an interrupt at rest hit a later cell")
                continue
            cell = k.send("execute_request", k.cell(LOOPS[i % 2]))
            spin(chance.choice((0, 10, 1000, 100000, 1000000)))
            interrupt()
            reply = k.reply(cell)
            self.assertEqual(reply["content"]["status"], "error", f"round {i}")
            self.assertEqual(reply["content"]["ename"], "KeyboardInterrupt")
        reply, _ = k.execute("print('alive')")
        self.assertEqual(reply["content"]["status"], "ok")

    def test_by_message(self):
        with Raw() as k:
            self.storm(k, lambda: k.request("interrupt_request", {}, "control"))

    def test_by_signal(self):
        with Raw() as k:
            self.storm(k, lambda: k.process.send_signal(signal.SIGINT))

    def test_by_jupyters_manager(self):
        for name in ("glassbox", "glassbox-signal"):
            with Client(name) as k:
                msg_id = k.client.execute("while True: pass")
                while k.client.get_iopub_msg(timeout=30)["msg_type"] != "execute_input":
                    pass
                k.manager.interrupt_kernel()
                self.assertEqual(k.reply(msg_id)["content"]["ename"], "KeyboardInterrupt")
                content, _ = k.run("1 + 1")
                self.assertEqual(content["status"], "ok")

    def test_wherever_it_is(self):
        with Raw() as k:
            for code in ENDLESS:
                cell = k.send("execute_request", k.cell(code))
                while k.receive("iopub")["msg_type"] != "execute_input":
                    pass
                spin(300000)
                k.request("interrupt_request", {}, "control")
                self.assertEqual(k.reply(cell)["content"].get("ename"), "KeyboardInterrupt", code)
            reply, _ = k.execute("print('alive')")
            self.assertEqual(reply["content"]["status"], "ok")

    def test_input_is_interrupted(self):
        with Raw() as k:
            for _ in range(20):
                cell = k.send("execute_request", k.cell("input('? ')", allow_stdin=True))
                self.assertEqual(k.receive("stdin")["content"]["prompt"], "? ")
                k.request("interrupt_request", {}, "control")
                self.assertEqual(k.reply(cell)["content"]["ename"], "KeyboardInterrupt")
                k.send("input_reply", {"value": "too late", "status": "ok"}, "stdin")
            cell = k.send("execute_request", k.cell("input('? ')", allow_stdin=True))
            k.receive("stdin")
            k.send("input_reply", {"value": "in time", "status": "ok"}, "stdin")
            self.assertEqual(k.reply(cell)["content"]["status"], "ok")
            shown = [m for m in k.outputs(cell) if m["msg_type"] == "execute_result"]
            self.assertIn("in time", shown[0]["content"]["data"]["text/plain"])


if __name__ == "__main__":
    unittest.main()

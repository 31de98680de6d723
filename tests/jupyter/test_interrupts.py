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

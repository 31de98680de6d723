"""The eight faults that xeus 2.4.1's own server shows users: each must not happen here."""

import datetime
import os
import re
import signal
import subprocess
import sys
import unittest

import zmq

from kernels import HOME, GLASSBOX, Raw, states, text_of

FOREVER = "while True: pass"


class Faults(unittest.TestCase):
    def test_1_sigint_at_rest_does_nothing(self):
        with Raw() as k:
            for _ in range(20):
                k.process.send_signal(signal.SIGINT)
                self.assertTrue(k.alive())
            reply, _ = k.execute("print('still here')")
            self.assertEqual(reply["content"]["status"], "ok")
            self.assertIsNone(k.process.poll())

    def test_2_interrupt_request_stops_a_cell_and_is_answered(self):
        with Raw() as k:
            cell = k.send("execute_request", k.cell(FOREVER))
            while k.receive("iopub")["msg_type"] != "execute_input":
                pass
            answer = k.request("interrupt_request", {}, "control")
            self.assertEqual(answer["content"]["status"], "ok")
            reply = k.reply(cell)
            self.assertEqual(reply["content"]["ename"], "KeyboardInterrupt")
            self.assertTrue(k.alive())

    def test_2_control_and_heartbeat_answer_during_a_cell(self):
        with Raw() as k:
            cell = k.send("execute_request", k.cell(FOREVER))
            while k.receive("iopub")["msg_type"] != "execute_input":
                pass
            info = k.request("kernel_info_request", {}, "control")
            self.assertEqual(info["content"]["implementation"], "glassbox")
            for ping in (b"ping", b"", b"x" * 100000):
                k.sockets["hb"].send(ping)
                self.assertEqual(k.sockets["hb"].recv(), ping)
            k.request("interrupt_request", {}, "control")
            self.assertEqual(k.reply(cell)["content"]["status"], "error")

    def test_3_unsigned_and_malformed_messages_are_dropped(self):
        with Raw() as k:
            good = k.frames()
            start = good.index(b"<IDS|MSG>")
            bad = [
                [b"<IDS|MSG>", b"one frame"],
                [b"<IDS|MSG>"],
                [b""],
                [b"no delimiter"] * 3,
                [b"x"] * 2000,
                good[: start + 2] + [b"{}"] + good[start + 3:],  # another header under the signature
                good[: start + 1] + [b""] + good[start + 2:],
                good[: start + 1] + [good[start + 1][:-1]] + good[start + 2:],
                [b"<IDS|MSG>", b"0" * 64, b"{}", b"{}", b"{}", b"{}"],
            ]
            for frames in bad:
                for channel in ("shell", "control", "stdin"):
                    k.send_frames(frames, channel)
                self.assertTrue(k.alive())

    def test_3_signed_nonsense_is_dropped(self):
        with Raw() as k:
            deep = "[" * 100000 + "]" * 100000
            header = '{"msg_id": "a", "msg_type": "execute_request", "session": "s", "username": "u", "date": "", "version": "5.3"}'
            for parts in (
                (deep, "{}", "{}", "{}"),
                ('{"a":' * 100000 + "1" + "}" * 100000, "{}", "{}", "{}"),
                (header, "{}", "{}", deep),
                ("{}", "{}", "{}", "{}"),
                ("[]", "{}", "{}", "{}"),
                ("not json", "{}", "{}", "{}"),
                (b'{"msg_type": "\xff\xfe"}', "{}", "{}", "{}"),
                ('{"msg_type": 3, "msg_id": []}', "{}", "{}", "{}"),
                (header, "null", "{}", "{}"),
            ):
                k.send_frames(k.signed(*parts))
                self.assertTrue(k.alive())

    def test_3_a_message_is_taken_once(self):
        with Raw() as k:
            frames = k.frames("execute_request", k.cell("print(1)"))
            for _ in range(3):
                k.send_frames(frames)
            k.receive("shell")
            k.send_frames(frames, "control")
            reply, _ = k.execute("print(2)")
            self.assertEqual(reply["content"]["execution_count"], 2)

    def test_3_history_of_any_size(self):
        with Raw() as k:
            k.execute("print(1)")
            for n in (-1, 0, 1, 10**9, -(2**31)):
                reply = k.request("history_request", {"hist_access_type": "tail", "n": n, "raw": True, "output": False})
                self.assertEqual(reply["content"]["status"], "ok")
                self.assertIsInstance(reply["content"]["history"], list)

    def test_4_prints_are_gathered_and_none_is_lost(self):
        with Raw() as k:
            n = 100000
            _, outputs = k.execute(f"for i in range({n}): print(i)")
            self.assertEqual(text_of(outputs), "".join(f"{i}\n" for i in range(n)))
            streams = [m for m in outputs if m["msg_type"] == "stream"]
            self.assertLess(len(streams), 200)

    def test_5_aborted_cells_say_so(self):
        with Raw() as k:
            first = k.send("execute_request", k.cell("1/0"))
            rest = [k.send("execute_request", k.cell(f"print({i})")) for i in range(5)]
            self.assertEqual(k.reply(first)["content"]["status"], "error")
            for msg_id in rest:
                self.assertEqual(k.reply(msg_id)["content"]["status"], "aborted")
            self.assertEqual(states(k.outputs(first)), ["busy", "idle"])
            for msg_id in rest:
                self.assertEqual(states(k.outputs(msg_id)), ["busy", "idle"])
            reply, _ = k.execute("print(1)")
            self.assertEqual(reply["content"]["status"], "ok")
            self.assertEqual(reply["content"]["execution_count"], 2)

    def test_5_cells_sent_after_the_error_run(self):
        with Raw() as k:
            for _ in range(20):
                msg_id = k.send("execute_request", k.cell("1/0"))
                self.assertEqual(k.reply(msg_id)["content"]["status"], "error")
                after = k.request("execute_request", k.cell("print(1)"))
                self.assertEqual(after["content"]["status"], "ok")

    def test_5_without_stop_on_error_all_run(self):
        with Raw() as k:
            k.send("execute_request", k.cell("1/0", stop_on_error=False))
            reply = k.request("execute_request", k.cell("print(1)"))
            self.assertEqual(reply["content"]["status"], "ok")

    def test_6_counting_and_history(self):
        with Raw() as k:
            counts = []
            for code, store in (("print('a')", True), ("print('b')", False), ("print('c')", True)):
                reply, outputs = k.execute(code, store_history=store)
                shown = [m["content"]["execution_count"] for m in outputs if m["msg_type"] == "execute_input"]
                self.assertEqual(shown, [reply["content"]["execution_count"]])
                counts.append(shown[0])
            self.assertEqual(counts, [1, 2, 2])
            k.execute("print('d')", silent=True)
            reply = k.request("history_request", {"hist_access_type": "range", "session": 0, "start": 0, "stop": 100,
                                                  "raw": True, "output": False})
            self.assertEqual([row[1:] for row in reply["content"]["history"]], [[1, "print('a')"], [2, "print('c')"]])

    def test_6_a_full_disk_for_history_is_told_once(self):
        full = HOME / "full.jsonl"
        full.symlink_to("/dev/full")
        with Raw(environment={"GLASSBOX_HISTORY": str(full)}) as k:
            said = []
            for code in ("a = 20", "a + 1", "a + 2"):
                reply, outputs = k.execute(code, store_history=True)
                self.assertEqual(reply["content"]["status"], "ok")
                said.append("".join(m["content"].get("text", "") for m in outputs if m["msg_type"] == "stream"))
            self.assertIn("No space left on device", said[0])
            self.assertEqual(said[1:], ["", ""])
            reply = k.request("history_request", {"hist_access_type": "tail", "n": 9, "raw": True, "output": False})
            self.assertEqual([row[2] for row in reply["content"]["history"]], ["a = 20", "a + 1", "a + 2"])

    def test_6_silent_cells_show_nothing(self):
        with Raw() as k:
            reply, outputs = k.execute("1 + 1", silent=True)
            self.assertEqual(reply["content"]["status"], "ok")
            self.assertEqual({m["msg_type"] for m in outputs}, {"status"})

    def test_6_shutdown_is_answered_with_a_status(self):
        for restart in (True, False):
            with Raw() as k:
                reply = k.request("shutdown_request", {"restart": restart}, "control")
                self.assertEqual(reply["msg_type"], "shutdown_reply")
                self.assertEqual(reply["content"], {"status": "ok", "restart": restart})
                self.assertEqual(k.process.wait(30), 0)

    def test_6_shutdown_ends_a_running_cell(self):
        with Raw() as k:
            k.send("execute_request", k.cell(FOREVER))
            while k.receive("iopub")["msg_type"] != "execute_input":
                pass
            k.request("shutdown_request", {"restart": False}, "control")
            self.assertEqual(k.process.wait(30), 0)

    def test_7_dates_are_padded(self):
        with Raw() as k:
            dates = []
            for _ in range(50):
                reply, outputs = k.execute("print(1)")
                dates += [m["header"]["date"] for m in [*outputs, reply]]
            for date in dates:
                text = date if isinstance(date, str) else date.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
                self.assertRegex(text, r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$")
            frames = k.frames()
            k.send_frames(frames)
            raw = b"".join(k.sockets["shell"].recv_multipart()).decode("utf-8", "replace")
            self.assertTrue(re.search(r'"date":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z"', raw), raw)

    def test_7_an_empty_key_means_no_signing(self):
        with Raw(key="") as k:
            k.send_frames(k.frames())
            frames = k.sockets["shell"].recv_multipart()
            self.assertEqual(frames[frames.index(b"<IDS|MSG>") + 1], b"")
            reply, _ = k.execute("print(1)")
            self.assertEqual(reply["content"]["status"], "ok")

    def test_8_every_request_is_answered_once(self):
        with Raw() as k:
            odd = [
                ("execute_request", {"code": 7}),
                ("execute_request", {"code": "print(1)", "silent": "no"}),
                ("execute_request", {"code": "print(1)", "user_expressions": [1]}),
                ("complete_request", {"code": [], "cursor_pos": 1}),
                ("complete_request", {"code": "pri", "cursor_pos": "end"}),
                ("complete_request", {"code": "pri", "cursor_pos": 10**6}),
                ("complete_request", {"code": "pri", "cursor_pos": -5}),
                ("inspect_request", {"code": None}),
                ("is_complete_request", {"code": {}}),
                ("history_request", {"hist_access_type": 5}),
                ("history_request", {"hist_access_type": "range", "session": "x"}),
                ("comm_info_request", {"target_name": 3}),
                ("unheard_of_request", {}),
                ("debug_request", {"command": "attach"}),
            ]
            for kind, content in odd:
                reply, outputs = k.run_request(kind, content)
                self.assertEqual(reply["msg_type"], kind.replace("_request", "_reply"))
                self.assertIn(reply["content"]["status"], ("ok", "error"))
                self.assertEqual(states(outputs), ["busy", "idle"])
            self.assertTrue(k.alive())
            k.sockets["shell"].setsockopt(zmq.RCVTIMEO, 0)
            with self.assertRaises(zmq.Again):
                k.sockets["shell"].recv_multipart()

    def test_8_comms_that_nobody_knows(self):
        with Raw() as k:
            for kind, content in (("comm_open", {"comm_id": "1", "target_name": "nobody", "data": {}}),
                                  ("comm_open", {}), ("comm_msg", {"comm_id": "1", "data": {}}), ("comm_msg", {}),
                                  ("comm_close", {"comm_id": 3})):
                msg_id = k.send(kind, content)
                self.assertEqual(states(k.outputs(msg_id)), ["busy", "idle"])
            reply = k.request("comm_info_request", {})
            self.assertEqual(reply["content"], {"status": "ok", "comms": {}})

    def test_8_unusual_requests_on_control_are_refused(self):
        with Raw() as k:
            reply, outputs = k.run_request("execute_request", k.cell("print(1)"), "control")
            self.assertEqual(reply["content"]["status"], "error")
            self.assertEqual(states(outputs), ["busy", "idle"])

    def test_8_ends_when_the_parent_is_gone(self):
        # A parent that starts a kernel, tells its process id, and dies.
        with Raw() as k:
            connection = k.write_connection()
            del connection
            program = (f"import os, subprocess; os.environ['JPY_PARENT_PID'] = str(os.getpid());"
                       f"p = subprocess.Popen([{GLASSBOX!r}, 'kernel', '-f', {str(k.file)!r}]); print(p.pid, flush=True);"
                       f"input()")
            parent = subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            pid = int(parent.stdout.readline())
            ended = os.pidfd_open(pid) if hasattr(os, "pidfd_open") else None
            parent.kill()
            parent.wait()
            parent.stdin.close()
            parent.stdout.close()
            poller = zmq.Poller()
            poller.register(ended, zmq.POLLIN)
            self.assertTrue(poller.poll(30000), "the kernel outlived its parent")
            os.close(ended)

    def test_8_sigterm_ends_it(self):
        with Raw() as k:
            k.send("execute_request", k.cell(FOREVER))
            while k.receive("iopub")["msg_type"] != "execute_input":
                pass
            k.process.send_signal(signal.SIGTERM)
            self.assertEqual(k.process.wait(30), 0)


class Start(unittest.TestCase):
    def run_kernel(self, *arguments):
        return subprocess.run([GLASSBOX, "kernel", *arguments], capture_output=True, text=True, timeout=60)

    def test_connection_files_that_cannot_be(self):
        for text, words in (("{}", "'hb_port'|'shell_port'"), ("not json", "json|JSON|line"),
                            ('{"shell_port": 99999999, "control_port": 1}', "'shell_port' is 99999999"),
                            ('{"transport": "carrier pigeon"}', "'transport' is 'carrier pigeon'"),
                            ('{"key": "k", "signature_scheme": "hmac-md5"}', "hmac-md5")):
            file = HOME / "bad.json"
            file.write_text(text)
            done = self.run_kernel("-f", str(file))
            self.assertEqual(done.returncode, 1, text)
            self.assertRegex(done.stderr, words)
        self.assertIn("no-such-file", self.run_kernel("-f", "/no-such-file").stderr)
        self.assertEqual(self.run_kernel().returncode, 2)

    def test_a_port_that_is_taken(self):
        with Raw() as k:
            done = self.run_kernel("-f", str(k.file))
            self.assertEqual(done.returncode, 1)
            self.assertRegex(done.stderr, r"cannot listen on tcp://127\.0\.0\.1:\d+: Address already in use")


if __name__ == "__main__":
    unittest.main()

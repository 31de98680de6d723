"""`glassbox serve` as a process that tests may kill and start again."""

import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import traceback

from client import Client

ROOT = pathlib.Path(__file__).resolve().parents[2]
GLASSBOX = os.environ.get("GLASSBOX", str(ROOT / "build/release/glassbox"))
# One thread each: the models are tiny, and the machine may be busy.
ENVIRONMENT = {**os.environ, "OMP_NUM_THREADS": "1"}
MODELS = ["--model", f"gpt2={ROOT}/tests/golden/engine/gpt2", "--model", f"owner/llama={ROOT}/tests/golden/engine/llama"]


class Server:
    """A process over a store that outlives it; on the same port each time it is started."""

    def __init__(self, folder, models=MODELS):
        self.store = os.path.join(folder, "jobs.sqlite")
        self.models = models
        self.port = "0"
        self.start()

    def start(self):
        self.process = subprocess.Popen([GLASSBOX, "serve", *self.models, "--port", self.port, "--store", self.store],
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=ENVIRONMENT)
        line = self.process.stdout.readline()
        found = re.search(r"http://[\d.]+:(\d+)", line)
        assert found, f"the server did not start: {line!r}"
        self.port = found.group(1)
        self.client = Client(found.group())

    def end(self, sent):
        self.process.send_signal(sent)
        self.process.stdout.close()
        return self.process.wait(60)

    def kill(self):
        self.end(signal.SIGKILL)

    def kill_and_start(self):
        self.kill()
        self.start()

    def count(self, state):
        """Jobs in a state."""
        text = self.client.ask("GET", "/metrics").decode()
        return int(re.search(rf'glassbox_jobs{{state="{state}"}} (\d+)', text).group(1))


def run_tests(tests, models=lambda folder: MODELS):
    """Each test with a server of its own; the exit status. The last line is `N passed, M failed`."""
    chosen = [test for test in tests if not sys.argv[1:] or test.__name__ in sys.argv[1:]]
    failed = 0
    for test in chosen:
        folder = tempfile.mkdtemp(prefix="gb-serve-")
        server = Server(folder, models(folder))
        try:
            test(server)
            print(f"passed {test.__name__}")
        except Exception:
            failed += 1
            print(f"FAILED {test.__name__}\n{traceback.format_exc()}")
        finally:
            server.kill()
            shutil.rmtree(folder)
    print(f"{len(chosen) - failed} passed, {failed} failed")
    return 1 if failed else 0

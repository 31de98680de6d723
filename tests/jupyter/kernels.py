"""Starting the kernel under test, and talking to it: with jupyter_client, or frame by frame.

$GLASSBOX names another binary than build/release/glassbox. Every kernel gets a folder of its own for
Jupyter's files and for its history, so that tests do not see each other or the user's files.
"""

import atexit
import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import uuid

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
GLASSBOX = os.environ.get("GLASSBOX", str(ROOT / "build/release/glassbox"))
HOME = pathlib.Path(tempfile.mkdtemp(prefix="glassbox-test-"))
atexit.register(shutil.rmtree, HOME, ignore_errors=True)

os.environ["JUPYTER_PATH"] = str(HOME / "share/jupyter")
os.environ["JUPYTER_RUNTIME_DIR"] = str(HOME / "runtime")
os.environ["JUPYTER_CONFIG_DIR"] = str(HOME / "config")
os.environ["GLASSBOX_HISTORY"] = str(HOME / "history.jsonl")
os.environ["PYDEVD_DISABLE_FILE_VALIDATION"] = "1"

import zmq
from jupyter_client.manager import start_new_kernel
from jupyter_client.session import Session

TIMEOUT = 30


def install(name, **changes):
    """The kernel spec that `glassbox install` writes, with some of its members changed."""
    subprocess.run([GLASSBOX, "install", "--prefix", HOME, "--name", name], check=True, stdout=subprocess.DEVNULL)
    file = HOME / "share/jupyter/kernels" / name / "kernel.json"
    file.write_text(json.dumps({**json.loads(file.read_text()), **changes}))


install("glassbox")
install("glassbox-signal", interrupt_mode="signal")


class Client:
    """A kernel started by Jupyter's own manager; used in a `with` block."""

    def __init__(self, name="glassbox"):
        self.name = name

    def __enter__(self):
        self.manager, self.client = start_new_kernel(kernel_name=self.name, startup_timeout=TIMEOUT)
        return self

    def __exit__(self, *error):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)

    def reply(self, msg_id, timeout=TIMEOUT):
        """The reply on shell to a request; replies to others before it are passed over."""
        while True:
            message = self.client.get_shell_msg(timeout=timeout)
            if message["parent_header"].get("msg_id") == msg_id:
                return message

    def outputs(self, msg_id, timeout=TIMEOUT):
        """Everything published about a request, from busy to idle."""
        found = []
        while True:
            message = self.client.get_iopub_msg(timeout=timeout)
            if message["parent_header"].get("msg_id") != msg_id:
                continue
            found.append(message)
            if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                return found

    def run(self, code, **options):
        """Executes; (content of the reply, messages published)."""
        msg_id = self.client.execute(code, **options)
        reply = self.reply(msg_id)
        return reply["content"], self.outputs(msg_id)


class Raw:
    """A kernel and plain sockets: what no well-behaved client would send can be sent."""

    CHANNELS = {"shell": zmq.DEALER, "control": zmq.DEALER, "stdin": zmq.DEALER, "iopub": zmq.SUB, "hb": zmq.REQ}

    def __init__(self, key="a-secret", environment=None):
        self.key = key.encode()
        self.environment = environment or {}

    def __enter__(self):
        self.context = zmq.Context()
        self.session = Session(key=self.key, signature_scheme="hmac-sha256")
        self.connection = self.write_connection()
        self.process = subprocess.Popen([GLASSBOX, "kernel", "-f", str(self.file)], stderr=subprocess.PIPE,
                                        env={**os.environ, **self.environment})
        self.sockets = {}
        for channel, kind in self.CHANNELS.items():
            self.sockets[channel] = self.open(channel, kind)
        try:
            self.ready()
        except Exception:
            self.__exit__(*sys.exc_info())
            raise
        return self

    def write_connection(self):
        sockets = [socket.create_server(("127.0.0.1", 0)) for _ in self.CHANNELS]
        ports = [s.getsockname()[1] for s in sockets]
        for s in sockets:
            s.close()
        connection = {"transport": "tcp", "ip": "127.0.0.1", "key": self.key.decode(),
                      "signature_scheme": "hmac-sha256"}
        connection.update({f"{c}_port": p for c, p in zip(self.CHANNELS, ports)})
        self.file = HOME / f"raw-{uuid.uuid4().hex}.json"
        self.file.write_text(json.dumps(connection))
        return connection

    def open(self, channel, kind):
        s = self.context.socket(kind)
        s.setsockopt(zmq.LINGER, 0)
        s.setsockopt(zmq.RCVTIMEO, TIMEOUT * 1000)
        if kind == zmq.DEALER:  # stdin's questions go to the identity that sent the cell
            s.setsockopt(zmq.IDENTITY, self.session.bsession)
        if kind == zmq.SUB:
            s.setsockopt(zmq.RCVHWM, 0)
            s.setsockopt(zmq.SUBSCRIBE, b"")
        s.connect(f"tcp://127.0.0.1:{self.connection[channel + '_port']}")
        return s

    def ready(self):
        """Until the subscription is in force: the kernel says so itself."""
        self.request("kernel_info_request", {})
        while self.receive("iopub")["msg_type"] != "iopub_welcome":
            pass
        _, outputs = self.run_request("kernel_info_request", {})
        assert outputs

    def __exit__(self, *error):
        self.process.kill()
        self.log = self.process.communicate()[1].decode(errors="replace")
        if error and error[0]:
            print(self.log, file=sys.stderr)
        for s in self.sockets.values():
            s.close(0)
        self.context.term()

    # --- sending and receiving

    def send(self, kind, content, channel="shell", **changes):
        """Sends a signed message; returns its id. `changes`: header, parent, metadata as dicts."""
        message = self.session.msg(kind, content)
        message["header"].update(changes.get("header", {}))
        self.session.send(self.sockets[channel], message)
        return message["header"]["msg_id"]

    def send_frames(self, frames, channel="shell"):
        self.sockets[channel].send_multipart(frames)

    def signed(self, *parts):
        """Frames of a message from its four JSON texts."""
        parts = [p if isinstance(p, bytes) else p.encode() for p in parts]
        return [b"<IDS|MSG>", self.session.sign(parts), *parts]

    def frames(self, kind="kernel_info_request", content=None):
        message = self.session.msg(kind, content or {})
        return self.session.serialize(message)

    def receive(self, channel="shell"):
        _, frames = self.session.feed_identities(self.sockets[channel].recv_multipart())
        return self.session.deserialize(frames)

    def request(self, kind, content, channel="shell", **changes):
        """The reply to one request."""
        msg_id = self.send(kind, content, channel, **changes)
        return self.reply(msg_id, channel)

    def reply(self, msg_id, channel="shell"):
        while True:
            message = self.receive(channel)
            if message["parent_header"].get("msg_id") == msg_id:
                return message

    def outputs(self, msg_id):
        found = []
        while True:
            message = self.receive("iopub")
            if message["parent_header"].get("msg_id") != msg_id:
                continue
            found.append(message)
            if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                return found

    def run_request(self, kind, content, channel="shell"):
        msg_id = self.send(kind, content, channel)
        return self.reply(msg_id, channel), self.outputs(msg_id)

    def execute(self, code, **options):
        return self.run_request("execute_request", self.cell(code, **options))

    @staticmethod
    def cell(code, **options):
        return {"code": code, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False,
                "stop_on_error": True, **options}

    def alive(self):
        """Does it still answer?"""
        return self.request("kernel_info_request", {})["content"]["status"] == "ok"


def states(outputs):
    return [m["content"]["execution_state"] for m in outputs if m["msg_type"] == "status"]


def text_of(outputs, name="stdout"):
    return "".join(m["content"]["text"] for m in outputs if m["msg_type"] == "stream" and m["content"]["name"] == name)

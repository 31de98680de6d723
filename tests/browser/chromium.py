"""Headless Chromium, driven through its DevTools protocol: open a page, ask it, wait for it, photograph it."""

import base64
import json
import pathlib
import shutil
import subprocess
import tempfile
import time
import urllib.request

import websocket  # jupyter_server depends on websocket-client


class Browser:
    """One page of a Chromium of its own; used in a `with` block."""

    def __init__(self, width=1280, height=1000):
        self.profile = tempfile.mkdtemp(prefix="glassbox-chromium-")
        self.process = subprocess.Popen(
            ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
             f"--user-data-dir={self.profile}", "--remote-debugging-port=0", "--remote-allow-origins=*",
             f"--window-size={width},{height}", "about:blank"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.asked = 0

    def __enter__(self):
        port = pathlib.Path(self.profile, "DevToolsActivePort")
        wait(lambda: port.exists() and port.read_text().strip(), "Chromium's port", 30)
        address = f"http://127.0.0.1:{port.read_text().split()[0]}/json"
        pages = [page for page in json.load(urllib.request.urlopen(address)) if page["type"] == "page"]
        self.socket = websocket.create_connection(pages[0]["webSocketDebuggerUrl"], timeout=60)
        self.call("Emulation.setFocusEmulationEnabled", enabled=True)  # pages ask who has the focus
        return self

    def __exit__(self, *error):
        self.socket.close()
        self.process.terminate()
        self.process.wait(20)
        shutil.rmtree(self.profile, ignore_errors=True)

    def call(self, method, **parameters):
        """The protocol's answer to one command."""
        self.asked += 1
        self.socket.send(json.dumps({"id": self.asked, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self.socket.recv())
            if answer.get("id") == self.asked:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer["result"]

    def ask(self, expression):
        """The value of a JavaScript expression; a promise is awaited."""
        answer = self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"].get("exception", {}).get("description", expression))
        return answer["result"].get("value")

    def open(self, address):
        self.call("Page.navigate", url=address)

    def wait_for(self, expression, what, seconds=60):
        """Returns the first true value of the expression."""
        def try_it():
            try:
                return self.ask(expression)
            except RuntimeError:  # the page is still loading
                return None
        return wait(try_it, what, seconds)

    def shoot(self, path):
        path.write_bytes(base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"]))


def wait(condition, what, seconds):
    """The first true value of condition(); TimeoutError says what was waited for."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        value = condition()
        if value:
            return value
        time.sleep(0.1)
    raise TimeoutError(f"no {what} within {seconds} s")

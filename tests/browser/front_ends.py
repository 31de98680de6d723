#!/usr/bin/env python3
"""The committed notebooks in the real front ends: JupyterLab 4 and Notebook 7 in headless Chromium.

    tests/browser/front_ends.py [--only first_light] [--out build/front_ends]

Each front end opens each notebook with its kernel, runs all cells as its menu does, and must show: the kernel's
name, every cell numbered, no error, and at least the tables and pictures that are committed. Screenshots of the first and
last outputs in the light and the dark theme are left in the output folder for a person to look at.
"""

import argparse
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile

FOLDER = pathlib.Path(__file__).resolve().parent
ROOT = FOLDER.parent.parent
sys.path[:0] = [str(FOLDER), str(ROOT / "tests/jupyter")]

import kernels  # noqa: F401  (sets Jupyter's folders and writes the kernel spec)
from chromium import Browser, wait
from notebook_outputs import committed, notebooks

# name: (module of `python -m`, class of its app, address of a notebook)
FRONT_ENDS = {
    "lab": ("jupyterlab", "LabApp", "lab/tree"),
    "notebook": ("notebook", "JupyterNotebookApp", "notebooks"),
}
THEMES = {"light": "JupyterLab Light", "dark": "JupyterLab Dark"}

CELLS = "[...document.querySelectorAll('.jp-Notebook .jp-CodeCell')]"
# What a reader sees of a run notebook, counted in the page itself.
SEEN = f"""(() => {{
    const cells = {CELLS};
    const count = (selector) => document.querySelectorAll('.jp-Notebook .jp-OutputArea ' + selector).length;
    return {{
        cells: cells.length,
        numbered: cells.filter(c => /\\[\\d+\\]/.test(c.querySelector('.jp-InputPrompt').innerText)).length,
        errors: count('[data-mime-type="application/vnd.jupyter.stderr"], [data-mime-type="application/vnd.jupyter.error"]'),
        tables: count('table'),
        pictures: count('img'),
    }};
}})()"""
PANEL = "jupyterapp.shell.currentWidget"


def settings(folder):
    """The user settings of a reader who has answered the question about news."""
    page = folder / ".settings/@jupyterlab/apputils-extension/notification.jupyterlab-settings"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text('{"fetchNews": "false"}')
    return folder / ".settings"


class Server:
    """One front end's server on a free port of 127.0.0.1; used in a `with` block."""

    def __init__(self, name, folder):
        module, app, self.path = FRONT_ENDS[name]
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.log = open(folder / f"{name}.log", "w")
        self.process = subprocess.Popen(
            [sys.executable, "-m", module, "--no-browser", "--ip=127.0.0.1", f"--port={self.port}", "--allow-root",
             "--ServerApp.port_retries=0", "--IdentityProvider.token=open", f"--ServerApp.root_dir={folder}",
             f"--{app}.expose_app_in_browser=True"], stdout=self.log, stderr=self.log,
            env={**os.environ, "JUPYTERLAB_SETTINGS_DIR": str(settings(folder))})

    def __enter__(self):
        def listens():
            with socket.socket() as probe:
                return probe.connect_ex(("127.0.0.1", self.port)) == 0
        wait(listens, "server", 60)
        return self

    def __exit__(self, *error):
        self.process.terminate()
        self.process.wait(30)
        self.log.close()

    def address(self, notebook):
        return f"http://127.0.0.1:{self.port}/{self.path}/{notebook}?token=open"


def scroll_to_output(browser, which):
    browser.ask("(() => { const outs = document.querySelectorAll('.jp-Notebook .jp-OutputArea-output'); "
                f"outs[{which}].scrollIntoView({{block: 'center'}}); }})()")


def run_notebook(browser, server, name, notebook, out):
    """None, or what is wrong with the page."""
    browser.open(server.address(notebook.name))
    browser.wait_for(f"!!({PANEL} && {PANEL}.content.model) && {CELLS}.length > 0", "notebook on the page", 120)
    browser.wait_for(f"{PANEL}.context.sessionContext.kernelDisplayName === 'Glassbox' && "
                     f"{PANEL}.context.sessionContext.session.kernel.status === 'idle'", "idle kernel", 60)
    browser.ask(f"{PANEL}.content.notebookConfig = {{...{PANEL}.content.notebookConfig, windowingMode: 'none'}}, 0")
    browser.ask("void jupyterapp.commands.execute('notebook:run-all-cells')")
    wanted = committed(notebook)
    browser.wait_for(f"{SEEN}.numbered >= {wanted.cells}", "number on every cell", 300)
    seen = browser.ask(SEEN)
    for theme, title in THEMES.items():
        browser.ask(f"jupyterapp.commands.execute('apputils:change-theme', {{theme: '{title}'}}).then(() => 1)")
        for place, which in (("first", "0"), ("last", "outs.length - 1")):
            scroll_to_output(browser, which)
            browser.ask("new Promise(done => setTimeout(() => done(1), 800))")
            browser.shoot(out / f"{name}-{notebook.stem}-{theme}-{place}.png")
    return f"{seen['errors']} errors are shown" if seen["errors"] else wanted.missing(seen)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--only", default="", help="notebooks whose name holds this")
    parser.add_argument("--out", default="build/front_ends")
    args = parser.parse_args()
    out = ROOT / args.out
    out.mkdir(parents=True, exist_ok=True)
    passed = failed = 0
    for name in FRONT_ENDS:
        folder = pathlib.Path(tempfile.mkdtemp(prefix="glassbox-front-"))
        for notebook in notebooks(args.only):
            shutil.copy(notebook, folder)
        with Server(name, folder) as server:
            for notebook in notebooks(args.only):
                with Browser() as browser:
                    try:
                        wrong = run_notebook(browser, server, name, notebook, out)
                    except (TimeoutError, RuntimeError) as error:
                        browser.shoot(out / f"{name}-{notebook.stem}-failed.png")
                        wrong = str(error)
                print(f"{'FAILED' if wrong else 'ok':7} {name} {notebook.name}{': ' + wrong if wrong else ''}", flush=True)
                passed, failed = passed + (not wrong), failed + bool(wrong)
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

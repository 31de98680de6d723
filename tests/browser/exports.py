#!/usr/bin/env python3
"""The committed notebooks as HTML pages, Glassbox's own and nbconvert's, in headless Chromium, light and dark.

    tests/browser/exports.py [--only first_light] [--out build/exports]

Every table and every picture of the committed outputs must be drawn: pictures with pixels, tables with a size.
Screenshots of the whole pages are left in the output folder for a person to look at.
"""

import argparse
import os
import pathlib
import subprocess
import sys

FOLDER = pathlib.Path(__file__).resolve().parent
ROOT = FOLDER.parent.parent
sys.path.insert(0, str(FOLDER))

from chromium import Browser
from notebook_outputs import committed, notebooks

GLASSBOX = os.environ.get("GLASSBOX", str(ROOT / "build/release/glassbox"))
DRAWN = """(() => {
    const sized = (e) => e.getBoundingClientRect().width > 0 && e.getBoundingClientRect().height > 0;
    const folded = (e) => e.closest('details:not([open])');
    return {tables: [...document.querySelectorAll('table')].filter(t => sized(t) || folded(t)).length,
            pictures: [...document.images].filter(i => i.naturalWidth > 0 && (sized(i) || folded(i))).length,
            height: document.documentElement.scrollHeight};
})()"""


def export(notebook, out):
    """{how: page}: Glassbox executes the notebook anew, nbconvert takes it as committed."""
    own, theirs = out / f"{notebook.stem}-glassbox.html", out / f"{notebook.stem}-nbconvert.html"
    subprocess.run([GLASSBOX, "run", notebook, "-o", own], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([sys.executable, "-m", "nbconvert", "--to", "html", "--log-level", "ERROR", "--output", theirs, notebook],
                   check=True)
    return {"glassbox": own, "nbconvert": theirs}


def look(browser, page, wanted):
    """None, or what is missing on the page."""
    for theme in ("light", "dark"):
        browser.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": theme}])
        browser.open(page.as_uri())
        browser.wait_for("document.readyState === 'complete'", "whole page", 60)
        drawn = browser.ask(DRAWN)
        browser.call("Emulation.setDeviceMetricsOverride", width=1100, height=min(drawn["height"], 8000),
                     deviceScaleFactor=1, mobile=False)
        browser.shoot(page.with_name(f"{page.stem}-{theme}.png"))
        missing = wanted.missing(drawn)
        if missing:
            return f"{theme}: {missing}"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--only", default="", help="notebooks whose name holds this")
    parser.add_argument("--out", default="build/exports")
    args = parser.parse_args()
    out = ROOT / args.out
    out.mkdir(parents=True, exist_ok=True)
    passed = failed = 0
    for notebook in notebooks(args.only):
        for how, page in export(notebook, out).items():
            with Browser(width=1100) as browser:
                wrong = look(browser, page, committed(notebook))
            print(f"{'FAILED' if wrong else 'ok':7} {how} {notebook.name}{': ' + wrong if wrong else ''}", flush=True)
            passed, failed = passed + (not wrong), failed + bool(wrong)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Screenshots of every view in headless Chromium, on a light and on a dark page.

    tests/browser/shots.py [--build build/release] [--out build/shots] [--only NAME]

Runs the golden test's page writer, wraps the page in the styles that notebooks give to outputs, and leaves
light.png and dark.png in the output folder. Looking at them is a person's work; the script fails only when a page
cannot be made or comes out in one colour.
"""

import argparse
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent

# What JupyterLab 4 does to an HTML output, as far as it shows in tables.
STYLE = """
body { font: 13px/1.5 system-ui, "DejaVu Sans", sans-serif; margin: 16px; background: %(paper)s; color: %(ink)s }
table { border-collapse: collapse; border: none; font-size: 12px; table-layout: fixed; margin-bottom: 1em }
td, th { text-align: right; vertical-align: middle; padding: 0.5em; line-height: normal; border: none }
th { font-weight: bold } tbody tr:nth-child(odd) { background: %(odd)s }
pre, code { font-family: "DejaVu Sans Mono", monospace } h3 { margin: 18px 0 4px; border-top: 1px solid #888 }
.out { max-width: 1000px }
"""
THEMES = {"light": dict(paper="#ffffff", ink="#212121", odd="#f5f5f5"),
          "dark": dict(paper="#111111", ink="#e0e0e0", odd="#212121")}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--build", default="build/release")
    parser.add_argument("--out", default="build/shots")
    parser.add_argument("--only", default="")
    parser.add_argument("--height", type=int, default=6000)
    parser.add_argument("--unfolded", action="store_true", help="open every fold")
    args = parser.parse_args()
    out = ROOT / args.out
    out.mkdir(parents=True, exist_ok=True)
    body = out / "body.html"
    subprocess.run([ROOT / args.build / "display_test_golden"], cwd=ROOT, check=True, stderr=subprocess.DEVNULL,
                   stdout=subprocess.DEVNULL, env={**os.environ, "GB_PAGE": str(body), "GB_ONLY": args.only})
    html = body.read_text(encoding="utf-8")
    if args.unfolded:
        html = html.replace("<details>", "<details open>")
    for theme, colors in THEMES.items():
        page = out / f"{theme}.html"
        page.write_text(f"<!doctype html><meta charset=utf-8><style>{STYLE % colors}</style>{html}", encoding="utf-8")
        picture = out / f"{theme}.png"
        picture.unlink(missing_ok=True)
        subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                        f"--screenshot={picture}", f"--window-size=1080,{args.height}", f"file://{page}"],
                       check=True, capture_output=True, timeout=120)
        if picture.stat().st_size < 10000:
            sys.exit(f"{picture}: the page came out empty")
        print(picture)


if __name__ == "__main__":
    main()

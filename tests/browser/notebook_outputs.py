"""What the committed notebooks show: the least that a front end or an exported page has to draw."""

import json
import pathlib
from typing import NamedTuple

NOTEBOOKS = pathlib.Path(__file__).resolve().parent.parent.parent / "notebooks"


class Outputs(NamedTuple):
    cells: int     # code cells
    tables: int
    pictures: int

    def missing(self, seen):
        """None, or what a page lacks on which `seen` counts "tables" and "pictures"."""
        if seen["tables"] >= self.tables and seen["pictures"] >= self.pictures:
            return None
        return f"{seen['tables']} tables and {seen['pictures']} pictures of {self.tables} and {self.pictures}"


def notebooks(part=""):
    """The committed notebooks whose name holds `part`."""
    return sorted(p for p in NOTEBOOKS.glob("*.ipynb") if part in p.name)


def committed(notebook):
    cells = [c for c in json.loads(notebook.read_text())["cells"] if c["cell_type"] == "code"]
    data = [o.get("data", {}) for c in cells for o in c["outputs"]]
    html = ["".join(d.get("text/html", "")) for d in data]
    return Outputs(len(cells), sum(h.count("<table") for h in html),
                   sum(h.count("<img") for h in html) + sum("image/png" in d and "text/html" not in d for d in data))

"""An experiment report: nested results to JSON and back to a table."""
import json
import math
from collections import defaultdict
from dataclasses import asdict, dataclass, field


@dataclass
class Run:
    name: str
    layer: int
    scores: list = field(default_factory=list)
    meta: dict = field(default_factory=dict)

    @property
    def mean(self):
        return sum(self.scores) / len(self.scores) if self.scores else math.nan


runs = [Run("ablate", i, [round(math.sin(i * 7 + j) ** 2, 4) for j in range(3)], {"seed": i, "tags": ("a", "b")}) for i in range(3)]
text = json.dumps([asdict(r) | {"mean": r.mean} for r in runs], indent=2)
print(text)
back = [Run(**{k: v for k, v in d.items() if k != "mean"}) for d in json.loads(text)]
print(back == runs, back[0], [type(b.meta["tags"]).__name__ for b in back])
by_layer = defaultdict(dict)
for r in back:
    by_layer[r.layer][r.name] = round(r.mean, 3)
print(json.dumps(by_layer), json.dumps({"best": max(back, key=lambda r: r.mean).layer, "nan": math.nan, "inf": -math.inf}))
width = max(len(k) for d in json.loads(text) for k in d)
for d in json.loads(text):
    print(" | ".join(f"{k:<{width}}={json.dumps(v)}" for k, v in d.items() if k in ("name", "layer", "mean")))
lines = "\n".join(json.dumps(asdict(r), separators=(",", ":")) for r in runs)
print(lines, sum(json.loads(line)["scores"][0] for line in lines.splitlines()))
try:
    json.dumps(runs[0])
except TypeError as e:
    print(e)
print(json.dumps(runs[0], default=lambda o: asdict(o) if hasattr(o, "__dataclass_fields__") else str(o), sort_keys=True))

"""Settings: merge, change, compare, print."""
import json
from copy import deepcopy

defaults = json.loads("""
{
    "model": {"name": "gpt2", "layers": 12, "heads": 12, "dropout": 0.1},
    "train": {"lr": 5e-4, "steps": 1000, "schedule": ["warmup", "cosine"]},
    "tags": []
}
""")


def merge(base, change):
    out = deepcopy(base)
    for key, value in change.items():
        out[key] = merge(out[key], value) if isinstance(value, dict) and isinstance(out.get(key), dict) else value
    return out


def differences(a, b, path=""):
    for key in sorted(a.keys() | b.keys()):
        where = f"{path}/{key}"
        if key not in a or key not in b:
            yield where, a.get(key, "<none>"), b.get(key, "<none>")
        elif isinstance(a[key], dict) and isinstance(b[key], dict):
            yield from differences(a[key], b[key], where)
        elif a[key] != b[key]:
            yield where, a[key], b[key]


changed = merge(defaults, {"model": {"layers": 24, "name": "gpt2-medium"}, "tags": ["big"], "seed": 7})
print(json.dumps(changed, indent=4))
for where, old, new in differences(defaults, changed):
    print(f"{where}: {json.dumps(old)} -> {json.dumps(new)}")
print(json.dumps(defaults, sort_keys=True) == json.dumps(json.loads(json.dumps(defaults)), sort_keys=True), defaults["train"]["lr"], type(defaults["train"]["steps"]).__name__)


class Settings:
    def __init__(self, **values):
        self.__dict__.update(values)

    @classmethod
    def from_json(cls, text):
        return json.loads(text, object_hook=lambda d: cls(**d))

    def to_json(self, **kw):
        return json.dumps(self, default=vars, **kw)


s = Settings.from_json(json.dumps(changed))
s.model.heads += 4
print(s.model.name, s.train.schedule[1], s.to_json(), s.to_json(indent=1).count("\n"))

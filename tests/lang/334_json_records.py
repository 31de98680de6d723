"""Records as JSON lines: reading, grouping, writing."""
import json

lines = """
{"model": "gpt2", "layer": 0, "score": 0.25, "tags": ["a", "b"]}
{"model": "gpt2", "layer": 1, "score": 0.75, "tags": []}
{"model": "llama", "layer": 0, "score": 1e-3, "tags": ["b"]}
not json
{"model": "llama", "layer": 1}
""".strip().split("\n")
records, errors = [], []
for number, line in enumerate(lines, 1):
    try:
        records.append(json.loads(line))
    except json.JSONDecodeError as e:
        errors.append(f"line {number}: {e.msg} at {e.pos}")
print(errors)
by_model = {}
for r in records:
    by_model.setdefault(r["model"], []).append(r.get("score", None))
print(json.dumps(by_model), json.dumps(by_model, indent=2))
config = json.loads('{"a": {"b": {"c": [10, 20, {"d": "deep"}]}}}')


def lookup(value, path):
    for key in path.split("."):
        value = value[int(key)] if isinstance(value, list) else value[key]
    return value


print(lookup(config, "a.b.c.2.d"), lookup(config, "a.b.c.1"))


def flatten(value, prefix=""):
    if isinstance(value, dict):
        for k, v in value.items():
            yield from flatten(v, f"{prefix}.{k}" if prefix else k)
    elif isinstance(value, list):
        for i, v in enumerate(value):
            yield from flatten(v, f"{prefix}[{i}]")
    else:
        yield prefix, value


print(dict(flatten(config)), dict(flatten(records[0])))

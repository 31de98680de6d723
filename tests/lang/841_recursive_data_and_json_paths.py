"""Nested results: flattened to paths, queried, merged, compared, drawn as a tree."""
import json
from functools import reduce

results = {
    "model": {"name": "tiny", "blocks": [{"attn": {"heads": 2}, "mlp": 16}, {"attn": {"heads": 4}, "mlp": 32}]},
    "runs": [{"seed": 1, "loss": [3.0, 2.0, 1.5]}, {"seed": 2, "loss": []}],
    "tags": ("a", "b"), "done": None,
}

def walk(node, path=()):
    children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, (list, tuple)) else ()
    if not children or not node:
        yield path, node
    else:
        for key, child in children:
            yield from walk(child, path + (key,))

def text(path):
    return "".join(f"[{p}]" if isinstance(p, int) else f".{p}" for p in path).lstrip(".")

flat = {text(p): v for p, v in walk(results)}
print(json.dumps(flat, indent=1))

def get(node, query, default=...):
    try:
        return reduce(lambda n, k: n[int(k)] if k.lstrip("-").isdigit() else n[k], query.replace("[", ".").replace("]", "").split("."), node)
    except (KeyError, IndexError, TypeError, ValueError) as error:
        if default is not ...:
            return default
        raise LookupError(f"{query}: {type(error).__name__} {error}") from error

print(get(results, "model.blocks[1].attn.heads"), get(results, "runs[0].loss[-1]"), get(results, "a.b", "none"))
for query in ("model.nme", "runs[7].seed", "done.x", "tags.first", "tags[1].upper"):
    try:
        print(get(results, query))
    except LookupError as error:
        print(error, "|", repr(error.__cause__))

def merge(a, b):
    if isinstance(a, dict) and isinstance(b, dict):
        return {k: merge(a[k], b[k]) if k in a and k in b else a.get(k, b.get(k)) for k in {**a, **b}}
    return a + b if isinstance(a, list) and isinstance(b, list) else b

def difference(a, b, path=()):
    if isinstance(a, dict) and isinstance(b, dict):
        for key in sorted({*a, *b}):
            yield from difference(a.get(key, "<absent>"), b.get(key, "<absent>"), path + (key,))
    elif a != b:
        yield f"{text(path)}: {a!r} -> {b!r}"

merged = merge(results, {"model": {"name": "small", "vocab": 50}, "runs": [{"seed": 3}], "done": True})
print(*difference(results, merged), sep="\n")

def tree(node, name="results", indent="", last=True, root=True):
    mark = "" if root else "└─ " if last else "├─ "
    kids = list(node.items()) if isinstance(node, dict) else list(enumerate(node)) if isinstance(node, list) else []
    print(f"{indent}{mark}{name}" + ("" if kids else f" = {node!r}"))
    for i, (key, child) in enumerate(kids):
        tree(child, key, indent + ("" if root else "   " if last else "│  "), i == len(kids) - 1, False)

tree(merged)
depth = lambda n: 1 + max(map(depth, n.values() if isinstance(n, dict) else n), default=0) if isinstance(n, (dict, list)) else 0
print(depth(results), depth([]), depth([[[]], 3]), json.loads(json.dumps(results))["tags"])

"""Configurations checked against a schema: paths in errors, all errors collected, defaults filled in."""
import json

class Invalid(Exception):
    def __init__(self, path, problem):
        self.path, self.problem = path, problem
        super().__init__(f"{'.'.join(map(str, path)) or '<root>'}: {problem}")

def a(kind, check=None, *, default=...):
    def validate(value, path):
        good = isinstance(value, kind) and not (isinstance(value, bool) and kind in (int, float, (int, float)))
        if not good:
            wanted = " or ".join(k.__name__ for k in kind) if isinstance(kind, tuple) else kind.__name__
            yield Invalid(path, f"wanted {wanted}, got {type(value).__name__} {value!r}")
        elif check and not check(value):
            yield Invalid(path, f"{value!r} is out of range")
    validate.default = default
    return validate

def list_of(item, at_least=0):
    def validate(value, path):
        if not isinstance(value, list):
            yield Invalid(path, f"wanted list, got {type(value).__name__}")
            return
        if len(value) < at_least:
            yield Invalid(path, f"wanted {at_least} items or more, got {len(value)}")
        for i, v in enumerate(value):
            yield from item(v, (*path, i))
    validate.default = ...
    return validate

def record(**fields):
    def validate(value, path=()):
        if not isinstance(value, dict):
            yield Invalid(path, f"wanted dict, got {type(value).__name__}")
            return
        for name in value.keys() - fields.keys():
            yield Invalid((*path, name), "unknown")
        for name, check in fields.items():
            if name in value:
                yield from check(value[name], (*path, name))
            elif check.default is ...:
                yield Invalid((*path, name), "missing")
            else:
                value[name] = check.default
    validate.default = ...
    return validate

schema = record(
    model=record(name=a(str, str.strip), layers=a(int, lambda n: 0 < n <= 96), tied=a(bool, default=True)),
    lr=a((int, float), lambda x: 0 < x < 1),
    prompts=list_of(a(str), at_least=1),
    seed=a(int, default=0),
)

texts = [
    '{"model": {"name": "gpt2", "layers": 12}, "lr": 3e-4, "prompts": ["Hello"]}',
    '{"model": {"name": " ", "layers": 0, "width": 5}, "lr": true, "prompts": []}',
    '{"model": [], "lr": "fast", "prompts": ["a", 1, null], "seed": 1.5}',
    '{"lr": 1}', '[1, 2]', '{"model": ',
]
for text in texts:
    try:
        config = json.loads(text)
    except json.JSONDecodeError as error:
        print("not JSON:", error, (error.lineno, error.colno, error.pos))
        continue
    problems = sorted(schema(config), key=lambda e: tuple(map(str, e.path)))
    print(f"{len(problems)} problems", json.dumps(config) if not problems else "")
    for problem in problems:
        print("  -", problem)
first = next(schema({"lr": 5}, ("a", 0)))
print(repr(first), first.path, first.problem, sep=" | ")
try:
    raise first from ValueError("outer")
except Invalid as error:
    print(type(error.__cause__), error.args)

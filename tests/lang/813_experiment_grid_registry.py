"""A grid of settings, run by registered functions, with a table of results at the end."""
import itertools, json
from dataclasses import dataclass, field, asdict, replace

RUNNERS = {}

def runner(name, *, default=False):
    def register(function):
        if name in RUNNERS:
            raise KeyError(f"runner {name!r} is registered already")
        RUNNERS[name] = function
        function.is_default = default
        return function
    return register

@dataclass(frozen=True, order=True)
class Setting:
    lr: float = 0.1
    steps: int = 10
    method: str = "sgd"
    tags: tuple = field(default=(), compare=False)

    def slug(self):
        return f"{self.method}-lr{self.lr:g}-n{self.steps}"

@runner("sgd", default=True)
def sgd(setting, x=5.0):
    for _ in range(setting.steps):
        x -= setting.lr * 2 * x
    return x

@runner("momentum")
def momentum(setting, x=5.0, *, beta=0.9):
    v = 0.0
    for _ in range(setting.steps):
        v = beta * v + 2 * x
        x -= setting.lr * v
    return x

try:
    runner("sgd")(lambda s: 0)
except KeyError as error:
    print("KeyError:", error)

results = {}
for method, lr, steps in itertools.product(RUNNERS, (0.01, 0.1, 0.5), (5, 50)):
    setting = Setting(lr, steps, method)
    results[setting] = RUNNERS[method](setting)
for setting in sorted(results):
    print(f"{setting.slug():24} {results[setting]:12.4e}")
best = min(results, key=lambda s: abs(results[s]))
print(best, best == replace(best, tags=("kept",)), hash(best) == hash(replace(best, tags=("kept",))))
try:
    best.lr = 3
except Exception as error:
    print(type(error).__name__, error)
print(json.dumps(asdict(replace(best, tags=("a", "b"))), sort_keys=True))
print([name for name, f in RUNNERS.items() if f.is_default], len(results))

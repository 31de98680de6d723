"""Activation patching on a program that plays the model: which step carries the answer?"""
from dataclasses import dataclass, field
from typing import Callable, Optional

@dataclass
class Step:
    name: str
    compute: Callable
    reads: tuple = ()

@dataclass
class Circuit:
    steps: list = field(default_factory=list)

    def step(self, *reads):
        def add(function):
            self.steps.append(Step(function.__name__, function, reads))
            return function
        return add

    def run(self, x, patch: Optional[dict] = None):
        cache = {"input": x}
        for s in self.steps:
            value = s.compute(*(cache[r] for r in s.reads or ("input",)))
            cache[s.name] = (patch or {}).get(s.name, value)
        return cache

c = Circuit()

@c.step()
def subject(x): return x.split()[0]

@c.step()
def length(x): return len(x)

@c.step("subject")
def country(word): return {"Eiffel": "France", "Colosseum": "Italy"}.get(word, "?")

@c.step("country", "length")
def logits(where, n):
    base = {"Paris": 0.1 * n, "Rome": 0.1 * n}
    return {k: v + 5 * ((k, where) in {("Paris", "France"), ("Rome", "Italy")}) for k, v in base.items()}

def metric(cache):
    return round(cache["logits"]["Paris"] - cache["logits"]["Rome"], 6)

clean, corrupt = c.run("Eiffel Tower is in"), c.run("Colosseum is in")
print(clean, corrupt, sep="\n")
print(metric(clean), metric(corrupt))
span = metric(clean) - metric(corrupt)
for s in c.steps:
    patched = c.run("Colosseum is in", {s.name: clean[s.name]})
    effect = (metric(patched) - metric(corrupt)) / span
    print(f"{s.name:<8} reads {', '.join(s.reads) or 'input':<16} effect {effect:6.1%} {'#' * round(effect * 10)}")
both = c.run("Colosseum is in", dict.fromkeys(("subject", "length"), None) | {"length": 0, "subject": "Eiffel"})
print(both["country"], metric(both), both["logits"])
try:
    c.run("", {})
except IndexError as error:
    print(error)
try:
    c.run("Eiffel", {"country": ["unhashable"]})
except TypeError as error:
    print(error)
print(c.steps[0] == Step("subject", subject), repr(c.steps[2]).split(" at ")[0], [s.reads for s in c.steps])

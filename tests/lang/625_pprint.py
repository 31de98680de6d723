from pprint import pprint, pformat, pp
from collections import defaultdict, Counter, OrderedDict, namedtuple
from dataclasses import dataclass, field

config = {"model": {"name": "gpt2", "layers": 12, "heads": 12, "dims": [768, 3072], "tied": True},
          "training": {"lr": 3e-4, "betas": (0.9, 0.95), "schedule": "cosine", "steps": 100000, "warmup": 2000},
          "data": ["openwebtext", "books", "wiki"], "seed": None}
pprint(config)
pprint(config, width=40)
pprint(config, sort_dicts=False)
pp(config, depth=1)
pprint([list(range(i, i + 5)) for i in range(0, 25, 5)], width=30)
pprint(list(range(50)), compact=True, width=60)
print(pformat({"b": 1, "a": [1, 2]}), pformat("short"), pformat((1,)), pformat([]))
pprint(("tuple", "of", "strings", "that", "is", "long", "enough", "to", "be", "wrapped", "over", "lines"), width=50)
pprint({"text": "a long string value that will have to be broken over several lines because of its width " * 2})
pprint({1, 3, 2})
pprint({i: "x" * 20 for i in range(5)}, indent=4)


@dataclass
class Run:
    name: str
    metrics: dict = field(default_factory=dict)
    tags: list = field(default_factory=list)


pprint(Run("exp1", {"loss": 0.123456789, "acc": 0.98, "ppl": 12.5}, ["a" * 20, "b" * 20, "c" * 20]))
pprint(defaultdict(list, {"k": list(range(30))}))
pprint(Counter({"word%d" % i: 10 - i for i in range(8)}))
pprint(OrderedDict((f"key{i}", "v" * 15) for i in range(5)))
P = namedtuple("P", "x y")
pprint([P(i, i * 1.5) for i in range(8)])
nested = {"a": {"b": {"c": {"d": [1, 2, 3]}}}}
pprint(nested, depth=2)
loop = [1]
loop.append(loop)
print("Recursion on list" in pformat(loop))
pprint(1234567, underscore_numbers=True)
pprint([None, True, 1.5, 2j, b"bytes", range(3)])

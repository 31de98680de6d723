from pprint import pprint, pformat, PrettyPrinter, isreadable, saferepr
data = {"model": {"layers": list(range(30)), "name": "a" * 60, "nested": {"deep": [{"k": i, "v": "x" * i} for i in range(4)]}}, "b": (1, 2), "a": {3, 1, 2}, 5: None}
pprint({k: v for k, v in data.items() if k != 5}); pprint(data["model"], width=40, compact=True); pprint(data["model"], depth=2); pprint([1, 2]); pprint("short"); pprint({}); pprint([])
pprint(["x" * 30, "y" * 30, "z" * 30]); pprint(("long " * 20,)); pprint("word " * 30, width=50); pprint({"k": "word " * 20}, width=40)
pprint({"b": 1, "a": 2}); pprint({"b": 1, "a": 2}, sort_dicts=False); pprint([[1, [2, [3, [4]]]]], depth=2); pprint(list(range(50)), compact=True, width=60); pprint(list("abcdefgh"), width=20, indent=4)
print(pformat({"a": [1] * 5}, width=10), pformat((1,)), pformat({1}), pformat(frozenset([2, 1])), pformat(None), pformat(3.0), pformat({(1, 2): [3]}), isreadable([1]), saferepr({"b": 1, "a": [2]}))
r = [1]; r.append(r); print(pformat(r)[:30].split(" id=")[0])
from collections import OrderedDict, Counter, defaultdict, deque, namedtuple
from dataclasses import dataclass, field
pprint(OrderedDict((f"key{i}", "v" * 20) for i in range(4))); pprint(Counter("mississippi" * 3)); pprint(defaultdict(list, {f"k{i}": list(range(8)) for i in range(3)})); pprint(deque(range(40), maxlen=50)); pprint(deque(["x" * 20] * 4))
@dataclass
class Conf:
    name: str; sizes: list = field(default_factory=lambda: list(range(25))); sub: object = None
pprint(Conf("n", sub=Conf("inner" * 5))); pprint([Conf("a", [1])])
P = namedtuple("P", "x y"); pprint([P(1, "long" * 10), P(2, "long" * 10)]); pprint(P(1, 2))
class Own:
    def __repr__(self): return "Own\nlines"
pprint([Own(), Own()]); pprint({"o": Own()})
PrettyPrinter(indent=2, width=30).pprint({"alpha": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], "beta": {"gamma": "delta"}}); pprint(b"bytes " * 20, width=50); pprint(123456789 ** 10, underscore_numbers=True); pprint([1000000, 2.5], underscore_numbers=True)
from types import SimpleNamespace, MappingProxyType
pprint(SimpleNamespace(a=1, b="x" * 80, c=[1] * 30)); pprint(MappingProxyType({"k": "v" * 70, "l": 1})); pprint(range(5)); pprint(int); pprint([None, True, ...]); pprint({"set": set("abc"), "tuple": ((1, 2), (3,))}, width=20)

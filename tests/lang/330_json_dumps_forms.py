import json
from collections import OrderedDict, namedtuple
from enum import Enum, IntEnum

data = {"name": "Ada", "n": 3, "pi": 3.14159, "ok": True, "none": None, "list": [1, [2, []], {}], "nested": {"b": 1, "a": {"z": 0}}}
print(json.dumps(data))
print(json.dumps(data, indent=2))
print(json.dumps(data, indent="--", sort_keys=True))
print(json.dumps(data, separators=(",", ":")), json.dumps([1, 2], indent=0), json.dumps({}, indent=4), json.dumps([[]], indent=1))
print(json.dumps("tab\t quote\" back\\ slash/ nul\x00 del\x7f é 日本 😀 \u2028"))
print(json.dumps("é 日本 😀 \x01", ensure_ascii=False))
print(json.dumps([1e16, 1e-7, 0.1, 1.0, -0.0, 123456789.123, float("inf"), float("-inf"), float("nan"), 10**25, -5]))
print(json.dumps({1: "int", 2.5: "float", True: "bool", None: "none", "s": "str"}))


class Color(IntEnum):
    RED = 1


class Mode(str, Enum):
    FAST = "fast"


Point = namedtuple("Point", "x y")
print(json.dumps([Color.RED, Mode.FAST, Point(1, 2), OrderedDict([("z", 1), ("a", 2)]), (1, (2,))]))
print(json.dumps({"x": {1, 2}}, default=sorted), json.dumps([1j], default=str), json.dumps({(1,): 1, "a": 2}, skipkeys=True))

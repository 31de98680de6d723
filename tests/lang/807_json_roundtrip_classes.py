import json
from dataclasses import dataclass, asdict, is_dataclass
from datetime import date
from enum import Enum
class Kind(Enum): A = "a"; B = 2
@dataclass
class Run: name: str; when: date; kind: Kind; scores: dict; tags: set
run = Run("r1", date(2024, 5, 6), Kind.B, {"acc": 0.5, "f1": float("nan")}, {"x"})
class Enc(json.JSONEncoder):
    def default(self, o):
        if is_dataclass(o): return {"__run__": asdict(o)}
        if isinstance(o, date): return {"__date__": o.isoformat()}
        if isinstance(o, Enum): return {"__kind__": o.name}
        if isinstance(o, (set, frozenset)): return {"__set__": sorted(o)}
        return super().default(o)
def hook(d):
    match d:
        case {"__date__": s}: return date.fromisoformat(s)
        case {"__kind__": n}: return Kind[n]
        case {"__set__": items}: return set(items)
        case {"__run__": r}: return Run(**r)
    return d
text = json.dumps(run, cls=Enc); back = json.loads(text, object_hook=hook); print(text, back, back.when == run.when, back.kind is Kind.B, back.tags == run.tags, sep="\n")
print(json.dumps({"b": [1, 2.0, -0.0, 1e100, True, None], "a": {"é": "\u2028\"\\/\n\t\x01"}, 1: 2, None: 3, 2.5: 4, False: 5}), json.dumps({"z": 1, "a": [1, {"q": []}], "e": {}}, indent=2, sort_keys=True), json.dumps([1, [2, []]], indent="-"), json.dumps("é日", ensure_ascii=False), json.dumps([1, 2], separators=(",", ":")), json.dumps((1, "a")), json.dumps({"a": float("inf")}), json.dumps(10 ** 30), json.dumps("😀"), json.dumps({1: {2: {3: []}}}, indent=1), json.dumps([]), json.dumps({}, indent=4), json.dumps([[], {}], indent=2), json.dumps({(1, 2): 3, "k": 1}, skipkeys=True), json.dumps(Kind.A.value), json.dumps({"x": {1, 2}}, default=sorted), sep="\n")
print(json.loads('[1, -2.5e3, "a\\u00e9\\n", true, null, {"k": {"k": []}}, NaN, -Infinity, 12345678901234567890]'), json.loads(' "x" '), json.loads(b'{"a": 1}'), json.loads("1"), json.loads('{"a": 1, "a": 2}'), json.loads("[1.10]", parse_float=str), json.loads("[1]", parse_int=float), json.loads('{"b": 1, "a": 2}', object_pairs_hook=list), json.loads('"\\ud83d\\ude00"'), json.loads("[NaN]", parse_constant=lambda c: c), json.loads('"\\/"'))
for bad in ("", "{", "[1,]", '{"a" 1}', "{'a': 1}", "[1 2]", "tru", '"abc', "01", "1.", "[", '{"a":}', "nul", "\x01", '"\t"', '{"a": 1,}', "[1]]", '"\\x"', '"\\u12"', "+1", ".5", "Infinity1", "{1: 2}", "é", "[1,\n2,\nx]"):
    try: print(json.loads(bad))
    except json.JSONDecodeError as e: print(repr(bad), e, e.pos, e.lineno, e.colno, e.msg)
for bad in (lambda: json.dumps({1}), lambda: json.dumps(object), lambda: json.dumps({(1,): 2}), lambda: json.dumps(float("nan"), allow_nan=False), lambda: json.loads(5), lambda: json.dumps(b"x"), lambda: json.dumps([1j]), lambda: json.dumps({"a": lambda: 0})):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
l = []; l.append(l)
try: json.dumps(l)
except ValueError as e: print(e)
class Sub(dict): pass
class I(int): pass
print(json.dumps([Sub(a=1), I(3), True, "s"]), json.JSONEncoder(indent=None, sort_keys=True).encode({"b": 1, "a": 2}), json.JSONDecoder().raw_decode('{"a": 1} tail'), json.loads(json.dumps({"n": None})) == {"n": None}, json.loads(json.dumps("\x7f\x00")) == "\x7f\x00")

import io
import json


class Vector:
    def __init__(self, x, y):
        self.x, self.y = x, y


class VectorEncoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Vector):
            return {"x": o.x, "y": o.y}
        if isinstance(o, (set, frozenset)):
            return sorted(o)
        if isinstance(o, complex):
            return [o.real, o.imag]
        return super().default(o)


print(json.dumps({"v": Vector(1, 2), "s": {3, 1}, "c": 1 + 2j}, cls=VectorEncoder))
print(json.dumps([Vector(0, 0)], cls=VectorEncoder, indent=1, sort_keys=True))
try:
    json.dumps([object], cls=VectorEncoder)
except TypeError as e:
    print(e)
encoder = json.JSONEncoder(indent=2, sort_keys=True, ensure_ascii=False)
print(encoder.encode({"b": "é", "a": [1]}), encoder.item_separator, repr(encoder.key_separator))
print("".join(json.JSONEncoder().iterencode([1, {"a": None}])))


class VectorDecoder(json.JSONDecoder):
    def __init__(self, **kw):
        super().__init__(object_hook=self.convert, **kw)

    def convert(self, d):
        return Vector(d["x"], d["y"]) if set(d) == {"x", "y"} else d


v = json.loads('{"v": {"x": 3, "y": 4}}', cls=VectorDecoder)["v"]
print(type(v).__name__, v.x, v.y)
file = io.StringIO()
json.dump({"a": [1, 2, {"b": None}]}, file, indent=1)
print(file.getvalue())
file.seek(0)
print(json.load(file), json.load(io.StringIO("[1]"), parse_int=float))

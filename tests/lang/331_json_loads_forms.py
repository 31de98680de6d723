import json

print(json.loads('{"a": [1, 2.0, -3e2, 1E+3, true, false, null], "b": {"c": "d"}, "": ""}'))
print(json.loads(' \n[ 1 , 2 ]\t'), json.loads("12"), json.loads('"x"'), json.loads("null"), json.loads(b'{"k": "\xc3\xa9"}'))
print(json.loads('"\\u0041\\n\\t\\"\\\\\\/\\b\\f\\r \\ud83d\\ude00"'), ascii(json.loads('"\\ud800x\\udc00"')))
print(json.loads("[NaN, Infinity, -Infinity, 1e999, -0.0, 0, -0]"), json.loads("123456789012345678901234567890"))
print(json.loads('{"a": 1, "a": 2}'), json.loads('{"a": 1, "a": 2}', object_pairs_hook=list))
print(json.loads('{"x": 1.5, "y": [2, 3]}', parse_float=lambda s: "f" + s, parse_int=lambda s: int(s) * 10))
print(json.loads('{"__type__": "point", "x": 1, "y": 2}', object_hook=lambda d: (d["x"], d["y"]) if "__type__" in d else d))
print(json.loads("[NaN]", parse_constant=lambda s: "constant " + s))
decoder = json.JSONDecoder()
print(decoder.raw_decode('[1, 2] tail'), decoder.decode(' {"a": 1} '), json.JSONDecoder(strict=False).decode('"a\nb"'))
text = '{"b": [1, {"x": null}], "a": "é"}'
print(json.loads(json.dumps(json.loads(text))) == json.loads(text), list(json.loads(text)))

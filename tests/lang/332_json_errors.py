import json

for text in ("", "{", "[", "[1", "[1,", "[1 2]", "[1,]", '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', "{a:1}", "{1:2}", '"abc', '"a\nb"',
             '"\\x"', '"\\u12"', '"\\u123', "1 2", "nul", "tru", "-", "01", "+1", ".5", "1.", "1e", "'a'", "\n\n  x", "[1,\n 2,\n oops]", "{]", "}"):
    try:
        print(repr(text), json.loads(text))
    except json.JSONDecodeError as e:
        print(repr(text), "|", e, "|", e.msg, e.pos, e.lineno, e.colno, e.doc == text)


class Thing:
    pass


circle = []
circle.append({"x": circle})
for call in (
    lambda: json.dumps(Thing()), lambda: json.dumps({1, 2}), lambda: json.dumps({(1, 2): 3}), lambda: json.dumps(circle),
    lambda: json.dumps(float("nan"), allow_nan=False), lambda: json.dumps([float("inf")], allow_nan=False, indent=1),
    lambda: json.dumps({"a": 1, 2: 3}, sort_keys=True), lambda: json.loads(5), lambda: json.loads(None), lambda: json.loads("\ufeff1"),
    lambda: json.dumps(b"bytes"), lambda: json.dumps(1j), lambda: json.dumps(print), lambda: json.dumps([1], default=3) + json.dumps([Thing()], default=lambda o: o),
):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
print(issubclass(json.JSONDecodeError, ValueError), json.JSONDecodeError.__name__)

import json

floats = [0.1, 1 / 3, 1e100, 1e-100, 123456.789, 5e-324, 1.7976931348623157e308, 1e22, 1e21, 1e16, 9007199254740993.0, 0.00001, 100000.0, -2.5]
text = json.dumps(floats)
print(text, json.loads(text) == floats)
print(json.dumps([1, -1, 0, 2**63, -(2**64), True, False, 10**40]), json.loads("[1E5, 1e-5, -0.5e+2, 100, 1.0]"))
print(list(json.loads('{"z": 1, "a": 2, "m": {"y": 1, "b": 2}}')), json.dumps({"z": 1, "a": 2}), json.dumps({"z": 1, "a": 2}, sort_keys=True))
print(json.dumps({"b": {"d": 1, "c": [{"f": 1, "e": 2}]}}, sort_keys=True, indent=1))
print(json.dumps({True: 1, False: 2, None: 3, 1.5: 4, 10: 5}, sort_keys=False), json.dumps({2: "b", 10: "a", 1: "c"}, sort_keys=True))
nested = value = []
for _ in range(200):
    value.append([])
    value = value[0]
print(len(json.dumps(nested)), json.loads(json.dumps(nested)) == nested)
deep = "[" * 100000
try:
    json.loads(deep)
except RecursionError as e:
    print("RecursionError")
except json.JSONDecodeError as e:
    print("decode error", e)
loop = {}
loop["self"] = loop
try:
    json.dumps(loop)
except ValueError as e:
    print(e)
try:
    json.dumps(loop, check_circular=False)
except RecursionError:
    print("too deep")
big = {f"key{i}": list(range(i)) for i in range(60)}
print(json.loads(json.dumps(big)) == big, len(json.dumps(big)), len(json.dumps(big, indent=2)), len(json.dumps(big, separators=(",", ":"))))
print(json.dumps("\U0001f600"), json.dumps("\ud83d"), json.loads('"\\ud83d\\ude00"') == "\U0001f600", json.dumps("</script>"), json.dumps("a'b\"c"))

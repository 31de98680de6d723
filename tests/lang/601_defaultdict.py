from collections import defaultdict

groups = defaultdict(list)
for name, team in [("ann", 1), ("bob", 2), ("cid", 1)]:
    groups[team].append(name)
print(groups)
print(dict(groups), groups[3], len(groups), 4 in groups, groups.get(5))
counts = defaultdict(int)
for ch in "hello":
    counts[ch] += 1
print(sorted(counts.items()))
tree = lambda: defaultdict(tree)
t = tree()
t["a"]["b"]["c"] = 1
print(t["a"]["b"]["c"], list(t), list(t["a"]))
print(defaultdict(None, {"a": 1}))
try:
    defaultdict(None)["x"]
except KeyError as e:
    print("KeyError", e)
try:
    defaultdict(3)
except TypeError as e:
    print(e)
d = defaultdict(lambda: "N/A", a=1)
print(d["a"], d["zz"], d.default_factory is not None)
e = d.copy()
e["new"] = 1
print("new" in d, type(e).__name__)
print(defaultdict(set, {"k": {1}}) | {"z": 3}, {"z": 3} | defaultdict(int, q=1))
d.default_factory = list
print(d["fresh"], isinstance(d, dict), sorted(d))
nested = defaultdict(lambda: defaultdict(int))
nested["x"]["y"] += 2
print(nested["x"]["y"], {k: dict(v) for k, v in nested.items()})
print(d.pop("fresh"), d.setdefault("s", 9), d.pop("nope", None))


class Logged(defaultdict):
    def __missing__(self, key):
        print("missing", key)
        return super().__missing__(key)


log = Logged(list)
log["k"].append(1)
print(log, log == {"k": [1]})

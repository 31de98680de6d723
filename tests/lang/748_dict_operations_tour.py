d = {"b": 1, "a": 2}; d["c"] = 3; d["b"] = 9
print(d, list(d), d.keys(), d.values(), d.items(), len(d), "a" in d, d.get("z"), d.get("z", 0), d.pop("c"), d.setdefault("n", []), d.popitem(), dict(a=1, **{"b c": 2}), dict([("x", 1)]), dict(zip("ab", [1, 2])), {**d, "a": 0}, d | {"q": 1}, dict.fromkeys("ab"), dict.fromkeys([1, 2], 0), sorted(d.items(), key=lambda kv: kv[1]), {v: k for k, v in d.items()}, d == {"a": 2, "b": 9}, list(reversed(d)), min(d), max(d, key=d.get))
d.update(a=5); d.update([("z", 1)]); d.update({"y": 2}, w=3); d |= {"k": 0}; print(d); del d["z"]; print(d.copy() == d, d.copy() is d, {1: "a", True: "b", 1.0: "c"}, {(1, 2): 3}[1, 2], {None: 0}[None], bool({}), dict(), {}.items() == set(), {1: 2}.items() == {(1, 2)})
k = d.keys(); d["new"] = 1; print(k, "new" in k, k & {"a", "x"}, sorted(k | {"x"}), sorted(k - {"a"}), sorted(k ^ {"a", "zz"}), k.isdisjoint({"q"}), d.items() >= {("a", 5)}, k == set(d), list(d.items())[0], len(k), k.mapping["a"], {"a"} <= k)
for f in (lambda: {}["x"], lambda: {1: 2}[2.5], lambda: {}.pop("x"), lambda: {}.popitem(), lambda: {[]: 1}, lambda: {}[[]], lambda: dict([1]), lambda: dict([(1,)]), lambda: dict(5), lambda: {}.update(5), lambda: {1: 2} < {2: 3}, lambda: {} + {}, lambda: {}.foo, lambda: dict(a=1, **{"a": 2}), lambda: {**5}, lambda: d.fromkeys(5), lambda: {} | [1], lambda: hash({}), lambda: dict(1, 2), lambda: {}.get(), lambda: {"a": 1}["b"], lambda: {}.setdefault(), lambda: {1: 2}.__delitem__(5), lambda: next({}), lambda: {}.keys()[0], lambda: {1: {}}[1][2], lambda: {}.items().foo):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def grow():
    for x in d: d[x * 2] = 1
def shrink():
    for x in d: del d[x]
for f in (grow, shrink):
    try: f()
    except RuntimeError as e: print(e)
e = {"x": {"y": {"z": 1}}}; print(e["x"]["y"]["z"], e.get("q", {}).get("y"), str(e)); e["x"]["y"]["w"] = [e["x"].copy()]; print(e)
r = {}; r["self"] = r; print(r)
groups = {}
for w in "apple avocado bean cherry corn banana".split(): groups.setdefault(w[0], []).append(w)
print(groups, {k: len(v) for k, v in groups.items()}, [k for k, v in groups.items() if len(v) > 1], sum(map(len, groups.values())), {c: i for i, c in enumerate("abc")}, {i: {j: i * j for j in range(2)} for i in range(2)}, {x: y for x, y in zip("ab", "cd")}, {k: v for d2 in ({1: 2}, {3: 4}) for k, v in d2.items()})
inv = {}
for k, vs in groups.items():
    for v in vs: inv[v] = k
print(inv, dict(sorted(inv.items())), sorted(inv, key=len)[:2], *inv, [*inv.values()][:2], max(inv.items(), key=lambda kv: len(kv[0])), list(filter(lambda k: "a" in k, inv))[:2])
class K:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return isinstance(o, K) and self.v == o.v
    def __hash__(self): return self.v % 2
    def __repr__(self): return f"K{self.v}"
t = {K(1): "a", K(3): "b", K(2): "c"}; print(t, t[K(3)], K(5) in t, t.pop(K(1)), t); t[K(2)] = "new"; print(t, len({K(1), K(1)}))
class Bad:
    def __hash__(self): return 1
    def __eq__(self, o): raise ValueError("no compare")
try: {Bad(): 1, Bad(): 2}
except ValueError as x: print(x)
class Missing(dict):
    def __missing__(self, k): return f"<{k}>"
m = Missing(a=1); print(m["a"], m["b"], m.get("b"), "b" in m, m, "%(q)s" % m, "{zz}".format_map(m))
def memo(f, cache={}):
    def g(*a):
        if a not in cache: cache[a] = f(*a)
        return cache[a]
    return g
print(memo(lambda a, b: a * b)(3, 4)); counts = {}
for c in "mississippi": counts[c] = counts.get(c, 0) + 1
print(counts, sorted(counts.items(), key=lambda t: (-t[1], t[0])), {n: [c for c in counts if counts[c] == n] for n in set(counts.values())}, dict(sorted(counts.items(), reverse=True)), [*map(lambda kv: "%s=%d" % kv, counts.items())])
a, b = {"x": 1, "y": 2}, {"y": 3, "z": 4}; print({**a, **b}, {k: (a.get(k), b.get(k)) for k in a.keys() | b.keys() if k in a and k in b}, a.keys() & b.keys(), dict(a.items() & {("x", 1)}), {k: a[k] for k in a.keys() - b.keys()}, all(k in a for k in b), a == {"y": 2, "x": 1}, list(a) == list({"y": 2, "x": 1}))
x = {1: "a"}; y = x; y[2] = "b"; z = dict(x); z[3] = "c"; print(x, z, x is y, id(x) == id(y)); x.clear(); print(x, y, z)

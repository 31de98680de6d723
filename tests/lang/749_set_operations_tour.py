a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a | b, a & b, a - b, b - a, a ^ b, a < b, {1, 2} < a, a >= {4}, a == {4, 3, 2, 1}, a.isdisjoint({9}), 3 in a, len(a), sorted(a, reverse=True), max(b), sum(a), set("hello") == set("ehlo"), set(), frozenset(), frozenset({1}), {*a, *b}, {x % 3 for x in a}, set(range(3)), a.union([7], (8,), [9]), a.intersection([1, 2], {2}), a.difference([1], [2]), a.symmetric_difference([1, 99]))
a.add(10); a.add(10); a.discard(99); a.remove(10); a |= {6}; a -= {1}; a &= {2, 3, 6, 7}; a ^= {2, 8}; print(a); a.update([1], "z"); a.discard("z"); a.intersection_update(range(7)); a.difference_update([1]); a.symmetric_difference_update([3, 4]); print(a, a.pop() in {4, 6}, len(a)); a.clear(); print(a, not a)
for f in (lambda: {1}.remove(2), lambda: set().pop(), lambda: {[]}, lambda: {1}.add([]), lambda: {1} | [2], lambda: {1} + {2}, lambda: {1} < [2], lambda: {1}[0], lambda: set(5), lambda: hash({1}), lambda: frozenset([1]).add(2), lambda: {1}.union(5), lambda: {1} & 5, lambda: {{1}}, lambda: {1}.foo, lambda: set(1, 2), lambda: {1}.update(5), lambda: {1}.isdisjoint(5), lambda: {1} - [1], lambda: {1}.remove(), lambda: {frozenset({1})}.remove({2})):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
f = frozenset("abc"); print(sorted(f), f | {"d"} == frozenset("abcd"), type(f | {"d"}).__name__, type({"d"} | f).__name__, hash(f) == hash(frozenset("cba")), {f: 1}[frozenset("bca")], f == {"a", "b", "c"}, {f, frozenset()} == {frozenset(), f}, {1} in {frozenset({1})}, f.copy() is f, f - {"a"} == {"b", "c"}, f < set("abcd"))
print({1, True, 1.0}, {0, False}, len({(), ()}), {None, None}, {"a", "a"}, len({float("nan"), float("nan")}), {1, "1"} == {"1", 1}, set([1, 2, 2, 3]) == {1, 2, 3}, {*()} == set(), {1} == frozenset({1}), set("ab") ^ set("bc") == {"a", "c"})
def powerset(s):
    out = [frozenset()]
    for x in sorted(s): out += [y | {x} for y in out]
    return out
print([sorted(x) for x in powerset({1, 2, 3})], len(powerset(range(6))))
def sieve(n):
    s = set(range(2, n))
    for p in range(2, int(n ** .5) + 1):
        if p in s: s -= set(range(p * p, n, p))
    return sorted(s)
print(sieve(40)); words = {"listen", "silent", "enlist", "google", "elgoog"}; groups = {}
for w in sorted(words): groups.setdefault("".join(sorted(w)), set()).add(w)
print([sorted(g) for g in groups.values()], sorted(set.union(*groups.values())) == sorted(words), set.intersection({1, 2}, {2, 3}, {2}), sorted(set("the cat").difference(" ")), sorted({len(w) for w in words}))
def jaccard(a, b): return len(a & b) / len(a | b) if a | b else 1.0
print(round(jaccard(set("night"), set("nacht")), 4), jaccard(set(), set()), sorted({(x, y) for x in range(3) for y in range(3) if x < y}), sorted({x for x in range(20) if x % 2} & {x for x in range(20) if x % 3 == 0}))
s = {1, 2, 3}
try:
    for x in s: s.add(x + 10)
except RuntimeError as e: print(e)
t = s.copy(); t.add(99); print(99 in s, s is t, s <= t, {1, 2, 3} <= s); u = s; u |= {77}; print(77 in s); v = frozenset({1}); w = v; v |= {2}; print(w, v, {x for x in "aab"} == set("ab"), not set(), bool({0}), set(dict(a=1)), sorted(set([3, 1, 2])), list({5}), tuple({7}), str({1}), repr({"x"}), f"{ {1} }", "%s" % {2}, [*{3}], dict.fromkeys({4}))

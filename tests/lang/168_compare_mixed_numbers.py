vals = [0, False, 0.0, -0.0, 0j, 1, True, 1.0, 1 + 0j, 2, 2.5, 2**53, 2.0**53, 2**53 + 1, 10**20, 1e20, 10**20 + 1, float('inf'), -1, -1.5]
for i, a in enumerate(vals): print(repr(a), ''.join('=' if a == b else '.' for b in vals), ''.join('h' if hash(a) == hash(b) else '.' for b in vals))
reals = [v for v in vals if not isinstance(v, complex)]
for a in reals: print(repr(a), ''.join('<' if a < b else '>' if a > b else '=' for b in reals))
print(sorted(reals), max(reals), min(reals), len(set(vals)), len({v: 0 for v in vals}), [vals.index(v) for v in vals], vals.count(0), vals.count(1))
print([type(a + b).__name__ for a in (True, 1, 1.0, 1j) for b in (True, 1, 1.0, 1j)], [a / b for a in (True, 3, 2.5) for b in (True, 2, 0.5)], True + 1.5, True // 2, 2 ** True, 5 % True, divmod(True, 2), -True, round(True), abs(False))

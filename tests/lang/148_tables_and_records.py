rows = [('ann', 'eng', 52000.5, 3), ('bob', 'ops', 41000, 12), ('cat', 'eng', 61000, 7), ('dan', 'hr', 39000.25, 1)]
head = ('name', 'dept', 'pay', 'years')
widths = [max(len(f'{r[i]}') for r in [head, *rows]) for i in range(4)]
line = '+'.join('-' * (w + 2) for w in widths)
print(' | '.join(f'{h:<{w}}' for h, w in zip(head, widths))); print(line)
for r in rows: print(' | '.join(f'{v:>{w}}' if isinstance(v, (int, float)) else f'{v:<{w}}' for v, w in zip(r, widths)))
groups = {}
for name, dept, pay, years in rows: groups.setdefault(dept, []).append((name, pay))
for d in sorted(groups): names, pays = zip(*groups[d]); print(f'{d:<4} n={len(pays)} mean={sum(pays) / len(pays):,.2f} max={max(pays):,} {names}')
recs = [dict(zip(head, r)) for r in rows]
print([r['name'] for r in recs if r['pay'] > 40000 and r['dept'] != 'ops'], sorted(recs, key=lambda r: (-r['years'], r['name']))[0], sum(r['pay'] for r in recs))
print({d: {r['name']: r['years'] for r in recs if r['dept'] == d} for d in dict.fromkeys(r['dept'] for r in recs)})
a = {1: 'x', 2: 'y', 3: 'z'}; b = {2: 'B', 3: 'C', 4: 'D'}
print([(k, a[k], b[k]) for k in a if k in b], {k: (a.get(k), b.get(k)) for k in sorted({*a, *b})}, {v: k for k, v in a.items()})
def pivot(recs, row, col, val):
    out = {}
    for r in recs: out.setdefault(r[row], {})[r[col]] = out.get(r[row], {}).get(r[col], 0) + r[val]
    return out
print(pivot(recs + [{'name': 'ann', 'dept': 'eng', 'pay': 1, 'years': 1}], 'dept', 'name', 'years'))
flat = {}
def flatten(d, pre=''):
    for k, v in d.items(): flatten(v, f'{pre}{k}.') if isinstance(v, dict) else flat.__setitem__(pre + k, v)
flatten({'a': 1, 'b': {'c': 2, 'd': {'e': 3}}}); print(flat)
def deep_get(d, path, default=None):
    for p in path.split('.'):
        try: d = d[int(p)] if isinstance(d, list) else d[p]
        except (KeyError, IndexError, ValueError, TypeError): return default
    return d
cfg = {'db': {'hosts': [{'ip': '1.1'}, {'ip': '2.2'}]}}
print(deep_get(cfg, 'db.hosts.1.ip'), deep_get(cfg, 'db.hosts.9.ip', 'none'), deep_get(cfg, 'x'), deep_get(cfg, 'db.hosts.q'))
cols = {h: [r[i] for r in rows] for i, h in enumerate(head)}; print(cols['years'], list(zip(*cols.values()))[0], [*map(list, zip(*rows))][1])

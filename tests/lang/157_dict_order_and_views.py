d = {'b': 1, 'a': 2, 'c': 3}
k, v, i = d.keys(), d.values(), d.items()
print(list(k), list(v), list(i), len(k), 'a' in k, 2 in v, ('a', 2) in i); d['z'] = 0; del d['b']; d['b'] = 9
print(k, v, i, list(reversed(d)), list(d.items())[-1], next(iter(d)), k & {'a', 'q'}, sorted(k | {'q'}), sorted(k - {'a'}), k == {'a', 'c', 'z', 'b'}, i & {('a', 2)}, d.popitem(), d)
d.update({'a': 0, 'n': 5}, m=6); print(d, dict(sorted(d.items())), dict(sorted(d.items(), key=lambda kv: -kv[1])), {v: k for k, v in d.items()}, d.setdefault('a', 1), d.setdefault('new', []), d.get('nope'), d.pop('nope', 'def'), dict.fromkeys('ab', 0), list(zip(d, d.values()))[:2])

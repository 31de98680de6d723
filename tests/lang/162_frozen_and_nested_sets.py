f = frozenset([1, 2]); s = {f, frozenset([3]), (1, 2)}
print(len(s), f in s, {1, 2} in s, frozenset([2, 1]) in s, {f: 'v'}[frozenset([1, 2])], f | {3}, type(f | {3}).__name__, type({3} | f).__name__, f == {1, 2}, hash(f) == hash(frozenset([2, 1])), f.union([5], (6,)), f - {1}, f & {2, 3}, f ^ {2, 3}, f < {1, 2, 3}, f.isdisjoint([9]), frozenset() == set(), set('') == set())
for g in (lambda: f.add(1), lambda: {[1]}, lambda: {{1}}, lambda: hash({1}), lambda: f | [1], lambda: {1} + {2}, lambda: set(1), lambda: {1}.remove(9), lambda: set().pop(), lambda: {1, 2}[0]):
    try: print(g())
    except Exception as e: print(type(e).__name__, e)

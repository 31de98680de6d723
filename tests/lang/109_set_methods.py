def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
def m(l, name, *a, **k):
    l = dict(l) if isinstance(l, dict) else set(l)
    try: r = getattr(l, name)(*a, **k); print(name, a, repr(r), l)
    except Exception as e: print(name, a, type(e).__name__, e, l)
class H:
    def __init__(self, h): self.h = h
    def __hash__(self): return self.h
    def __eq__(self, o): return self.h == o.h
    def __repr__(self): return f'H{self.h}'
print({H(1): 'a', H(1): 'b', H(2): 'c'}, H(1) in {H(1)}, len({H(i % 3) for i in range(10)}))
S = {1, 2, 3}
m(S, 'add', 4); m(S, 'add', []); m(S, 'remove', 1); m(S, 'remove', 9); m(S, 'discard', 9); m({5}, 'pop'); m(set(), 'pop'); m(S, 'clear'); m(S, 'update', [7], (8,)); m(S, 'update', 5); m(S, 'union', [4], [5]); m(S, 'intersection', [1, 2, 9]); m(S, 'difference', [1]); m(S, 'symmetric_difference', [1, 9]); m(S, 'issubset', [1, 2, 3, 4]); m(S, 'issuperset', [1]); m(S, 'isdisjoint', [9]); m(S, 'intersection_update', [1]); m(S, 'difference_update', [1]); m(S, 'symmetric_difference_update', [1, 7]); m(S, 'copy'); m(S, 'foo'); m(S, 'add'); m(S, 'union'); m(S, 'intersection'); m(S, 'remove', {1}); m(S, '__contains__', {1})
t(lambda: S | {4}); t(lambda: S & {1}); t(lambda: S - {1}); t(lambda: S ^ {1, 5}); t(lambda: S | [1]); t(lambda: S + S); t(lambda: S < {1, 2, 3, 4}); t(lambda: S <= S); t(lambda: S > {1}); t(lambda: S == frozenset(S)); t(lambda: S == [1, 2, 3]); t(lambda: hash(S)); t(lambda: hash(frozenset([1, 2])) == hash(frozenset([2, 1]))); t(lambda: S[0]); t(lambda: {frozenset([1]): 2}); t(lambda: frozenset('a')); t(lambda: frozenset()); t(lambda: set()); t(lambda: set('aab') == {'a', 'b'}); t(lambda: set(5)); t(lambda: {[1]}); t(lambda: frozenset([1]).add(2)); t(lambda: frozenset([1]) | {2}); t(lambda: {1} | frozenset([2])); t(lambda: type(frozenset([1]) | {2}).__name__); t(lambda: {1} < [1]); t(lambda: {1, 'a', None} == {None, 1, 'a'}); t(lambda: S & [1]); t(lambda: 1 in S); t(lambda: [] in S); t(lambda: {1} in {frozenset([1])}); t(lambda: sorted(S, reverse=True)); t(lambda: len({1, 1.0, True})); t(lambda: {x % 3 for x in range(9)}); t(lambda: {3, 1, 2}); t(lambda: {100, 5, 33, 8}); t(lambda: set(range(20))); t(lambda: {-1, -2}); t(lambda: {0.5, 2}); t(lambda: set([3, 2, 1]) | set([10, 9])); t(lambda: frozenset({1, 2}).union([3])); t(lambda: set.union({1}, {2})); t(lambda: set.union()); t(lambda: {1, 2}.__or__([3])); t(lambda: {1}.__sub__({1})); t(lambda: S.isdisjoint(5))


from collections.abc import Sequence, MutableSequence, Mapping, MutableMapping, Set, MutableSet, Iterable, Sized, Container, Callable, Hashable, Iterator, Reversible, Collection
class Range2(Sequence):
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
    def __getitem__(self, i):
        if isinstance(i, slice): return [self[j] for j in range(*i.indices(self.n))]
        if not -self.n <= i < self.n: raise IndexError("out")
        return (i % self.n) * 10
r = Range2(4); print(list(r), r[1:3], r[-1], 20 in r, r.index(30), r.count(10), list(reversed(r)), isinstance(r, Sequence), isinstance(r, Collection), len(r), max(r), bool(Range2(0)))
try: r.index(5)
except ValueError as e: print(type(e).__name__)
class L(MutableSequence):
    def __init__(self, *a): self.d = list(a)
    def __len__(self): return len(self.d)
    def __getitem__(self, i): return self.d[i]
    def __setitem__(self, i, v): self.d[i] = v
    def __delitem__(self, i): del self.d[i]
    def insert(self, i, v): print("insert", i, v); self.d.insert(i, v)
l = L(3, 1); l.append(5); l.extend([6, 7]); l += [8]; print(l.pop(), l.pop(0), l.d); l.remove(5); l.reverse(); print(l.d, 1 in l); l.clear(); print(l.d)
class D(MutableMapping):
    def __init__(self, **k): self.s = dict(k)
    def __getitem__(self, k): return self.s[k.lower()]
    def __setitem__(self, k, v): self.s[k.lower()] = v
    def __delitem__(self, k): del self.s[k.lower()]
    def __iter__(self): return iter(self.s)
    def __len__(self): return len(self.s)
d = D(a=1); d["B"] = 2; d.update(C=3); print(d["b"], "A" in d, d.get("zz", 0), list(d.items()), d.pop("A"), d.setdefault("Q", 9), dict(d), d == {"b": 2, "c": 3, "q": 9}, d.keys() & {"b"}, d.popitem(), len(d), list(d.values()), isinstance(d, Mapping)); d.clear(); print(len(d))
try: d["nope"]
except KeyError as e: print("KeyError", e)
class S(MutableSet):
    def __init__(self, it=()): self.x = list(dict.fromkeys(it))
    def __contains__(self, v): return v in self.x
    def __iter__(self): return iter(self.x)
    def __len__(self): return len(self.x)
    def add(self, v): v in self.x or self.x.append(v)
    def discard(self, v): v in self.x and self.x.remove(v)
    def __repr__(self): return f"S{self.x}"
a, b = S([1, 2, 3]), S([2, 3, 4]); print(a & b, a | b, a - b, a ^ b, a <= b, S([2]) < a, a == S([3, 2, 1]), a.isdisjoint([9]), a != b); a |= {9}; a -= {1}; a.remove(9); a.add(2); print(a, a.pop(), sorted(a | {7}), isinstance(a, Set))
try: a.remove(99)
except KeyError as e: print("KeyError", e)
for v in ([], (), "", {}, set(), range(1), iter([]), (x for x in []), 5, len, b"", frozenset(), {}.keys(), object): print(type(v).__name__, [c.__name__ for c in (Sequence, MutableSequence, Mapping, Set, Iterable, Sized, Container, Callable, Hashable, Iterator, Reversible, Collection) if isinstance(v, c)])
class Abs(Sequence): pass
try: Abs()
except TypeError as e: print(e)
class Duck:
    def __len__(self): return 0
    def __iter__(self): return iter(())
    def __contains__(self, x): return False
print(isinstance(Duck(), Collection), isinstance(Duck(), Sequence), issubclass(Duck, Sized)); Sequence.register(Duck); print(isinstance(Duck(), Sequence))

from collections.abc import (Callable, Collection, Container, Generator, Hashable, Iterable, Iterator, Mapping,
                             MutableMapping, MutableSequence, MutableSet, Sequence, Set, Sized)

things = [[], (), {}, set(), frozenset(), "s", b"b", 3, None, len, lambda: 0, range(3), iter([]), (x for x in ""), {}.keys()]
for kind in (Callable, Collection, Container, Generator, Hashable, Iterable, Iterator, Mapping, MutableMapping,
             MutableSequence, MutableSet, Sequence, Set, Sized):
    print(kind.__name__, "".join("1" if isinstance(t, kind) else "0" for t in things))


class Deck(Sequence):
    def __init__(self, cards):
        self.cards = list(cards)

    def __len__(self):
        return len(self.cards)

    def __getitem__(self, i):
        return self.cards[i]


d = Deck("akq")
print(list(d), "k" in d, d.index("q"), d.count("a"), list(reversed(d)), isinstance(d, Sequence), d[0:2])


class Env(MutableMapping):
    def __init__(self):
        self.d = {}

    def __getitem__(self, k):
        return self.d[k]

    def __setitem__(self, k, v):
        print("set", k)
        self.d[k] = v

    def __delitem__(self, k):
        del self.d[k]

    def __iter__(self):
        return iter(self.d)

    def __len__(self):
        return len(self.d)


e = Env()
e["a"] = 1
e.update(b=2)
e.setdefault("c", 3)
print(dict(e), e.get("z"), e.pop("a"), list(e.items()), list(e.keys()), list(e.values()), "b" in e, e == {"b": 2, "c": 3})
print(e.popitem(), len(e), sorted(e.keys()), e.pop("zz", "dflt"))
e.clear()
print(len(e))


class Bits(MutableSet):
    def __init__(self, it=()):
        self.s = list(dict.fromkeys(it))

    def __contains__(self, x):
        return x in self.s

    def __iter__(self):
        return iter(self.s)

    def __len__(self):
        return len(self.s)

    def add(self, x):
        if x not in self.s:
            self.s.append(x)

    def discard(self, x):
        if x in self.s:
            self.s.remove(x)


b = Bits([1, 2])
b |= [3]
b.add(1)
print(list(b), list(b & {1, 3}), list(b | [9]), list(b - {1}), list(b ^ {1, 7}), b <= {1, 2, 3, 4}, b.isdisjoint([8]), b == {1, 2, 3})
b.remove(2)
try:
    b.remove(77)
except KeyError as err:
    print("KeyError", err)
for cls in (Sequence, Mapping, Iterator):
    try:
        cls()
    except TypeError as err:
        print(err)
class Half(Mapping):
    def __getitem__(self, k): return 1
try:
    Half()
except TypeError as err:
    print(err)
class Virtual: pass
Sequence.register(Virtual)
print(isinstance(Virtual(), Sequence), issubclass(Virtual, Sequence), issubclass(list, Sequence), issubclass(dict, Mapping))
class Quack:
    def __iter__(self): return iter([1])
    def __len__(self): return 1
    def __contains__(self, x): return True
print(isinstance(Quack(), Iterable), isinstance(Quack(), Collection), issubclass(Quack, Sized), isinstance(Quack(), Sequence))
class NoHash:
    __hash__ = None
print(isinstance(NoHash(), Hashable), Mapping[str, int], Callable[[int], str], Iterable[int])

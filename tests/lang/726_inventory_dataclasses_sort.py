from dataclasses import dataclass, field, asdict, replace
from operator import attrgetter, itemgetter, methodcaller
from itertools import groupby
@dataclass(order=True)
class Item:
    sort_index: tuple = field(init=False, repr=False)
    name: str
    price: float
    qty: int = 0
    tags: set = field(default_factory=set, compare=False)
    def __post_init__(self): self.sort_index = (-self.price * self.qty, self.name)
    @property
    def total(self): return self.price * self.qty
    def tagged(self, *t): return replace(self, tags=self.tags | set(t))
items = [Item("pen", 1.5, 10), Item("ink", 7.25, 2), Item("pad", 3.0, 5).tagged("paper"), Item("box", 3.0), Item("art", 7.25, 2)]
for it in sorted(items): print(f"{it.name:<5}{it.price:>6.2f}{it.qty:>4}{it.total:>8.2f} {sorted(it.tags)}")
print([i.name for i in sorted(items, key=attrgetter("price", "name"))], [i.name for i in sorted(items, key=attrgetter("qty"), reverse=True)])
print(max(items, key=attrgetter("total")).name, min(items, key=lambda i: (i.qty, i.name)).name, sum(map(attrgetter("total"), items)))
for price, group in groupby(sorted(items, key=attrgetter("price")), key=attrgetter("price")):
    print(price, [g.name for g in group])
rows = [{k: v for k, v in asdict(i).items() if k not in ("sort_index", "tags")} for i in items]
print(rows[0], list(map(itemgetter("name", "qty"), rows))[:2], list(map(methodcaller("upper"), map(itemgetter("name"), rows))))
rows.sort(key=itemgetter("qty")); print([r["name"] for r in rows]); rows.sort(key=itemgetter("price"), reverse=True); print([r["name"] for r in rows])
index = {i.name: i for i in items}; index["pen"].qty -= 3
print(index["pen"].qty, items[0].total, Item("a", 1) == Item("a", 1), Item("a", 1) < Item("b", 1), items[0] in items)
def search(**kw): return [i.name for i in items if all(getattr(i, k) == v for k, v in kw.items())]
print(search(price=7.25), search(qty=0), search(price=3.0, qty=5), search(name="none"))
totals = {}
for i in items: totals[i.price] = totals.get(i.price, 0) + i.qty
print(totals, dict(sorted(totals.items(), key=lambda kv: -kv[1])), [*zip(*totals.items())])

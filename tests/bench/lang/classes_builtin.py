"""dataclasses, named tuples, enums, Counter, defaultdict, deque, itertools, functools."""
import itertools
from collections import Counter, defaultdict, deque, namedtuple
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache, reduce

Point = namedtuple("Point", "x y")


class Colour(Enum):
    RED = 1
    GREEN = 2


@dataclass
class Item:
    name: str
    price: float = 1.0
    count: int = 0

    def cost(self):
        return self.price * self.count


@lru_cache(maxsize=None)
def ways(n):
    return 1 if n < 2 else ways(n - 1) + ways(n - 2)


def main():
    total = 0
    for i in range(5000):
        point = Point(i, i + 1)
        total += point.x + point.y
        item = Item("a", 2.0, i)
        total += item.cost()
        total += item == Item("a", 2.0, i)
        total += Colour.RED.value if i % 2 else Colour.GREEN.value
    queue = deque(range(100))
    for i in range(10000):
        queue.append(queue.popleft() + 1)
    groups = defaultdict(list)
    for i in range(10000):
        groups[i % 10].append(i)
    counted = Counter("the quick brown fox jumps over the lazy dog" * 100)
    total += counted.most_common(1)[0][1] + len(groups) + queue[0]
    total += sum(a * b for a, b in itertools.product(range(80), range(80)))
    total += sum(1 for _ in itertools.combinations(range(18), 4))
    total += reduce(lambda a, b: a + b, itertools.chain(range(5000), range(5000)))
    ways.cache_clear()
    return int(total) + ways(200) % 1000

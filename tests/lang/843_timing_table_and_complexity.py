"""Operations counted instead of timed: how comparisons grow with n for several algorithms."""
import math
from functools import cmp_to_key, total_ordering

@total_ordering
class Counted:
    comparisons = 0

    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        Counted.comparisons += 1
        return self.value == other.value

    def __lt__(self, other):
        Counted.comparisons += 1
        return self.value < other.value

    __hash__ = None

def counted(function, *args):
    Counted.comparisons = 0
    result = function(*args)
    return Counted.comparisons, result

def bubble(items):
    items = list(items)
    for end in range(len(items) - 1, 0, -1):
        swapped = False
        for i in range(end):
            if items[i + 1] < items[i]:
                items[i], items[i + 1] = items[i + 1], items[i]
                swapped = True
        if not swapped:
            break
    return items

def merge_sort(items):
    if len(items) < 2:
        return list(items)
    a, b = merge_sort(items[:len(items) // 2]), merge_sort(items[len(items) // 2:])
    out = []
    while a and b:
        out.append((b if b[0] < a[0] else a).pop(0))
    return out + a + b

def quick(items):
    if not items:
        return []
    pivot, *rest = items
    small, large = [], []
    for x in rest:
        (small if x < pivot else large).append(x)
    return [*quick(small), pivot, *quick(large)]

def pseudo(n, seed=12345):
    for _ in range(n):
        seed = (1103515245 * seed + 12345) % 2**31
        yield seed >> 8

print(f"{'n':>5}{'n log n':>9}" + "".join(f"{f.__name__:>12}" for f in (bubble, merge_sort, quick, sorted)))
for n in (4, 16, 64, 128):
    values = [Counted(v) for v in pseudo(n)]
    cells = []
    for sort in (bubble, merge_sort, quick, sorted):
        count, result = counted(sort, values)
        assert all(a.value <= b.value for a, b in zip(result, result[1:])), sort
        cells.append(count)
    print(f"{n:>5}{n * math.log2(n):9.0f}" + "".join(f"{c:>12}" for c in cells))
ordered = [Counted(i) for i in range(64)]
print([counted(s, ordered)[0] for s in (bubble, merge_sort, quick, sorted)])
print([counted(s, ordered[::-1])[0] for s in (bubble, merge_sort, quick, sorted)])
print(counted(max, ordered)[0], counted(min, ordered)[0], counted(ordered.index, ordered[40]), counted(lambda: Counted(-1) in ordered)[0])
print(counted(lambda: ordered[3] >= ordered[2]), counted(lambda: ordered[3] != ordered[2]))
order = sorted("banana Apple cherry apple Banana".split(), key=cmp_to_key(lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower())))
print(order)
try:
    {ordered[0]}
except TypeError as error:
    print(error)
try:
    sorted([Counted(1), 2])
except AttributeError as error:
    print(error)

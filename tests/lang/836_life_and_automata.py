"""Cellular automata: Wolfram's rules as bits, Conway's game on a set of cells."""
from collections import Counter
from itertools import islice

def rule(number):
    table = {tuple(map(int, f"{i:03b}")): number >> i & 1 for i in range(8)}
    def step(row):
        n = len(row)
        return tuple(table[row[i - 1], row[i], row[(i + 1) % n]] for i in range(n))
    step.__name__ = f"rule{number}"
    return step

def run(step, row):
    while True:
        yield row
        row = step(row)

start = tuple(int(i == 15) for i in range(31))
for number in (30, 90, 110):
    step = rule(number)
    print(step.__name__)
    for row in islice(run(step, start), 6):
        print("".join(" █"[c] for c in row).rstrip())
    print([sum(r) for r in islice(run(step, start), 12)])

def life(cells):
    near = Counter((x + dx, y + dy) for x, y in cells for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy)
    return frozenset(c for c, n in near.items() if n == 3 or (n == 2 and c in cells))

def parse(text):
    return frozenset((x, y) for y, line in enumerate(text.split("/")) for x, c in enumerate(line) if c == "o")

def show(cells):
    xs, ys = zip(*cells) if cells else ((0,), (0,))
    for y in range(min(ys), max(ys) + 1):
        print("".join("o" if (x, y) in cells else "." for x in range(min(xs), max(xs) + 1)))

def normal(cells):
    x0, y0 = min(x for x, _ in cells), min(y for _, y in cells)
    return frozenset((x - x0, y - y0) for x, y in cells), (x0, y0)

patterns = {"block": "oo/oo", "blinker": "ooo", "glider": ".o./..o/ooo", "toad": ".ooo/ooo.", "lone": "o"}
for name, text in patterns.items():
    cells = first = parse(text)
    for generation in range(1, 10):
        cells = life(cells)
        if not cells:
            print(f"{name}: dies in generation {generation}")
            break
        shape, (dx, dy) = normal(cells)
        home, (hx, hy) = normal(first)
        if shape == home:
            print(f"{name}: period {generation}, moves by {(dx - hx, dy - hy)}")
            break
cells = parse(".oo/oo./.o.")
sizes = []
for generation, cells in zip(range(30), run(life, cells)):
    sizes.append(len(cells))
print(sizes)
show(normal(list(islice(run(life, parse(patterns["glider"])), 4))[-1])[0])
print(sorted(life(parse("ooo"))), life(frozenset()) == set())

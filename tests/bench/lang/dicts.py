"""Dicts: counting, get, setdefault, iteration, deletion, merging, tuple keys."""


def main():
    counts = {}
    for i in range(40000):
        key = i * 31 % 997
        counts[key] = counts.get(key, 0) + 1
    groups = {}
    for i in range(20000):
        groups.setdefault(i % 100, []).append(i)
    words = {}
    for i in range(10000):
        word = "w" + str(i % 500)
        if word in words:
            words[word] += 1
        else:
            words[word] = 1
    grid = {}
    for x in range(100):
        for y in range(60):
            grid[x, y] = x * y
    total = 0
    for (x, y), v in grid.items():
        total += v - x + y
    for key in list(counts):
        if key % 2:
            del counts[key]
    merged = {**words, **{"a": 1}}
    return total + len(counts) + sum(merged.values()) + sum(len(g) for g in groups.values())

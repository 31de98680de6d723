"""Sets: building, membership, operators, updates."""


def main():
    evens = set(range(0, 20000, 2))
    threes = set(range(0, 20000, 3))
    total = len(evens & threes) + len(evens | threes) + len(evens - threes) + len(evens ^ threes)
    for i in range(30000):
        if i in evens:
            total += 1
    seen = set()
    for i in range(30000):
        x = i * i % 1009
        if x not in seen:
            seen.add(x)
        else:
            total += 1
    words = {"w" + str(i % 700) for i in range(7000)}
    for i in range(2000):
        seen.discard(i)
    return total + len(seen) + len(words) + (words >= {"w1", "w2"})

"""Estimates by chance: pi, birthdays, a gambler; always with a seed."""
import math, random, statistics

def estimate_pi(n, rng):
    return 4 * sum(rng.random() ** 2 + rng.random() ** 2 <= 1 for _ in range(n)) / n

rng = random.Random(2024)
for n in (10, 100, 1000):
    value = estimate_pi(n, rng)
    print(f"{n:>5} {value:.6f} {abs(value - math.pi):.6f}")

def birthdays(people, trials, rng):
    same = 0
    for _ in range(trials):
        days = [rng.randrange(365) for _ in range(people)]
        same += len(set(days)) < people
    return same / trials

exact = lambda k: 1 - math.prod((365 - i) / 365 for i in range(k))
for k in (5, 23, 40):
    print(k, birthdays(k, 200, random.Random(k)), f"{exact(k):.4f}")

def ruin(start, goal, p, rng):
    money, steps = start, 0
    while 0 < money < goal:
        money += 1 if rng.random() < p else -1
        steps += 1
    return money == goal, steps

games = [ruin(5, 10, 0.48, random.Random(i)) for i in range(100)]
won = [steps for ok, steps in games if ok]
print(len(won), statistics.mean(s for _, s in games), max(games), min(games, key=lambda g: g[1]))

sample = [random.Random(7).gauss(0, 1)] + [rng.gauss(10, 2) for _ in range(200)]
print(f"{statistics.fmean(sample):.6f} {statistics.stdev(sample):.6f} {statistics.median(sample):.6f}")
resampled = sorted(statistics.fmean(rng.choices(sample, k=len(sample))) for _ in range(50))
print(f"[{resampled[2]:.4f}, {resampled[-3]:.4f}]")
deck = [r + s for s in "SHDC" for r in "A23456789TJQK"]
rng.shuffle(deck)
hands = [sorted(deck[i::4][:5]) for i in range(4)]
print(*(" ".join(h) for h in hands), sep="\n")
print(rng.sample(range(1, 50), 6), rng.choice("abc"), rng.randint(1, 6), round(rng.uniform(2, 3), 6))
state = rng.getstate()
first = [rng.random() for _ in range(3)]
rng.setstate(state)
print(first == [rng.random() for _ in range(3)], rng.getrandbits(40))

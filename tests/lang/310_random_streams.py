import random

for seed in (0, 1, 42, -3, 2**100, "text", b"bytes", 3.25, True):
    random.seed(seed)
    print(repr(seed), random.random(), random.random(), random.getrandbits(16), random.getrandbits(80))
random.seed(7)
print([random.randint(1, 6) for _ in range(12)], [random.randrange(0, 100, 5) for _ in range(8)])
print([random.randrange(10**30) for _ in range(2)], random.randrange(-5, 5), random.randrange(9, 0, -2))
print(random.choice("abc"), random.choice([1, 2]), random.choice(range(10, 20)), random.randbytes(6))
print(random.choices("abc", k=6), random.choices([1, 2, 3], weights=[1, 0, 5], k=6), random.choices("xy", cum_weights=[1, 3], k=4))
print(random.sample(range(100), 5), random.sample("hello world", 4), random.sample(["r", "b"], counts=[4, 2], k=3), random.sample(range(10**9), 3))
cards = list(range(12))
random.shuffle(cards)
print(cards)
one, two = random.Random(5), random.Random(5)
print(one.random() == two.random(), [one.randint(0, 9) for _ in range(5)] == [two.randint(0, 9) for _ in range(5)])

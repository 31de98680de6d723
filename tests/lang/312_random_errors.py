import random

calls = [
    lambda: random.choice([]), lambda: random.sample({1, 2}, 1), lambda: random.sample({"a": 1}, 1),
    lambda: random.randrange(0), lambda: random.randrange(5, 5), lambda: random.randint(3, 1), lambda: random.randrange(1, 5, 0),
    lambda: random.randrange(5, 1, 2), lambda: random.seed([]), lambda: random.sample([1], 2), lambda: random.sample([1], -1),
    lambda: random.choices([1, 2], [1]), lambda: random.choices([1], [0]), lambda: random.choices([1, 2], [1, 1], cum_weights=[1, 2]),
    lambda: random.getrandbits(-1), lambda: random.getrandbits(0), lambda: random.gammavariate(-1, 1), lambda: random.setstate((9, (), None)),
    lambda: random.sample([1, 2], counts=[1], k=1), lambda: random.choices([1, 2], 3),
]
for call in calls:
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)


class Fixed(random.Random):
    def random(self):
        return 0.75


f = Fixed()
print(f.randrange(8), f.choice("abcd"), f.uniform(0, 4), f.sample(range(4), 2))


class Bits(random.Random):
    def getrandbits(self, k):
        return 1 if k else 0


print(Bits().randrange(10), Bits().choice("xyz"))
system = random.SystemRandom()
print(0 <= system.random() < 1, 0 <= system.randrange(10) < 10, len(system.randbytes(4)))
try:
    system.getstate()
except NotImplementedError as e:
    print(e)

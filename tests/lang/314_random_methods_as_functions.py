import random

random.seed(3)
functions = [random.random, random.randint, random.choice]
print(functions[0](), functions[1](1, 100), functions[2]("xyz"))
own = random.Random()
own.seed(3)
print(own.random(), own.randint(1, 100), own.choice("xyz"))
print(random.Random(3).random() == random.Random(3).random(), random.Random("s").random() != random.Random("t").random())
state = random.getstate()
a = [random.random() for _ in range(3)]
random.setstate(state)
print(a == [random.random() for _ in range(3)])


class Loaded(random.Random):
    """A die that likes six."""

    def roll(self):
        return 6 if self.random() < 0.5 else self.randint(1, 6)


die = Loaded(1)
print([die.roll() for _ in range(10)], isinstance(die, random.Random))
deck = [f"{rank}{suit}" for suit in "SH" for rank in "A23"]
random.seed(10)
random.shuffle(deck)
hand, rest = deck[:3], deck[3:]
print(hand, rest, random.sample(deck, k=2), random.choices(deck, k=2))
numbers = [random.normalvariate(0, 1) for _ in range(2000)]
print(abs(sum(numbers) / 2000) < 0.1, 0.9 < sum(x * x for x in numbers) / 2000 < 1.1)
weights = {"rare": 1, "common": 9}
draws = random.choices(list(weights), weights=weights.values(), k=500)
print(draws.count("rare") < draws.count("common"), random.uniform(2, 2), random.randrange(1), random.triangular(5, 5))
print(random.Random(0).sample(range(10), 10), random.Random(0).choices(range(10), k=10), sorted(random.sample("abc", 3)))
matrix = [[random.Random(i * 10 + j).randint(0, 9) for j in range(4)] for i in range(3)]
print(matrix)

import random

r = random.Random(2024)
print(r.uniform(1, 10), r.uniform(5, -5), r.triangular(), r.triangular(0, 10, 2))
print(r.gauss(), r.gauss(10, 2), r.gauss(0, 1), r.normalvariate(), r.normalvariate(5, 0.5), r.lognormvariate(0, 0.25))
print(r.expovariate(1.5), r.vonmisesvariate(1.0, 4.0), r.vonmisesvariate(0, 0))
print(r.gammavariate(2.5, 1.0), r.gammavariate(1.0, 2.0), r.gammavariate(0.4, 1.0), r.betavariate(2, 5))
print(r.paretovariate(3), r.weibullvariate(1, 1.5))
state = r.getstate()
first = [r.gauss(0, 1) for _ in range(3)]
r.setstate(state)
print(first == [r.gauss(0, 1) for _ in range(3)], state[0], len(state[1]), state[2])
random.seed(99)
walk, position = [], 0
for _ in range(20):
    position += random.choice((-1, 1))
    walk.append(position)
print(walk)
inside = sum(random.random() ** 2 + random.random() ** 2 <= 1 for _ in range(10000))
print(4 * inside / 10000)

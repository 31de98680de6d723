# Sets of numbers and tuples are walked in the same order as CPython's, whatever made them.
print({1, 2, 3, 20, 33, -1, 64}, {20, 7, 3, 1, 64}, {9, 1, 17}, {8, 0, 16, 24})
five = 5
print({five, 20, 7, 3, 1, 64, 33}, {*[20, 7, 3, 1, 64, 33]}, {*(20, 7, 3, 1, 64), 33, 100, 5})
print({20, 7, 3, 1, 64} | {33}, frozenset({20, 7, 3, 1, 64, 33}), set({20, 7, 3, 1, 64, 33}))
print({k: k * k for k in {64, 1, 33, 7, 20, 9}})
for number in {64, 1, 33, 7, 20, 9}:
    print(number, end=" ")
print(set(dict.fromkeys([64, 1, 33, 7, 20, 9])), list({(1, 2), (3, 4), (5, 6), (7, 8), (9, 0)}))

numbers = {1, 9}
numbers.remove(1)
numbers.add(17)
print(numbers)
numbers = set(range(40))
while len(numbers) > 3:
    numbers.pop()
print(numbers, numbers.pop(), numbers)
numbers.clear()
numbers.update([3, 1, 2, 33])
print(numbers.pop(), numbers)
numbers ^= dict.fromkeys([77, 1, 5, 33]).keys()
print(numbers)
numbers.symmetric_difference_update({60: 0, 41: 0, 2: 0, 18: 0})
print(numbers, numbers & numbers, numbers.intersection([2, 60, 100]), numbers.union([8], {16, 24}, (5, 40, 48)))
print(set().intersection(iter([1, 2])), {1, 2}.union([3], {20, 40}, (9,)), set(range(30)) - set(range(0, 28)))


def next_numbers(state):
    while True:
        state = (state * 1103515245 + 12345) % 2**31
        yield state // 65536 % 100 - 40


stream = next_numbers(7)


def some():
    return [next(stream) for _ in range(abs(next(stream)) % 7)]


OPERATIONS = [
    lambda s, o: s | set(o), lambda s, o: s & set(o), lambda s, o: s - set(o), lambda s, o: s ^ set(o),
    lambda s, o: s.union(o), lambda s, o: s.intersection(o), lambda s, o: s.difference(o), lambda s, o: s.symmetric_difference(o),
    lambda s, o: s.copy(), lambda s, o: {x for x in s}, lambda s, o: {*s, *o}, lambda s, o: set(list(s) + list(o)),
    lambda s, o: s.update(o) or s, lambda s, o: s.difference_update(o) or s, lambda s, o: s.intersection_update(o) or s,
    lambda s, o: s.symmetric_difference_update(o) or s, lambda s, o: s.discard(next(stream)) or s, lambda s, o: set(frozenset(s).union(o)),
]
for trial in range(60):
    made = set(some() + some())
    for _ in range(8):
        other = [list, set, frozenset, dict.fromkeys][next(stream) % 4](some())
        made = OPERATIONS[next(stream) % len(OPERATIONS)](made, other)
    print(trial, list(made))

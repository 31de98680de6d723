"""Iterators of data: shuffled epochs, mixtures, windows, prefetching by peeking, early stops."""
import random
from itertools import chain, count, cycle, groupby, islice, pairwise, repeat, takewhile, tee, zip_longest, compress, starmap, accumulate

class Epochs:
    def __init__(self, data, batch, *, seed=0, drop_last=False):
        self.data, self.batch, self.seed, self.drop_last = list(data), batch, seed, drop_last
        self.epoch = 0

    def __len__(self):
        full, rest = divmod(len(self.data), self.batch)
        return full + (rest > 0 and not self.drop_last)

    def __iter__(self):
        order = list(range(len(self.data)))
        random.Random(self.seed + self.epoch).shuffle(order)
        self.epoch += 1
        for start in range(0, len(order), self.batch):
            chunk = [self.data[i] for i in order[start:start + self.batch]]
            if len(chunk) == self.batch or not self.drop_last:
                yield chunk

epochs = Epochs("abcdefg", 3)
print(len(epochs), *epochs)
print(*epochs, epochs.epoch, sum(map(len, Epochs(range(10), 4, drop_last=True))), len(Epochs([], 2)))

class Peekable:
    _end = object()

    def __init__(self, iterable):
        self._it, self._next = iter(iterable), self._end

    def __iter__(self):
        return self

    def __next__(self):
        if self._next is not self._end:
            value, self._next = self._next, self._end
            return value
        return next(self._it)

    def peek(self, default=None):
        if self._next is self._end:
            self._next = next(self._it, self._end)
        return default if self._next is self._end else self._next

    def __bool__(self):
        return self.peek(self._end) is not self._end

p = Peekable([1, 2, 3])
print(p.peek(), next(p), p.peek(), list(p), p.peek("none"), bool(p))
tokens, sentences = Peekable("a b . c . d".split()), []
while tokens:
    sentences.append(list(takewhile(lambda t: t != ".", tokens)))
print(sentences)

def mixture(rng, **sources):
    weights = {name: w for name, (w, _) in sources.items()}
    streams = {name: iter(s) for name, (_, s) in sources.items()}
    while streams:
        name = rng.choices(list(streams), [weights[n] for n in streams])[0]
        try:
            yield name, next(streams[name])
        except StopIteration:
            del streams[name]

print(list(islice(mixture(random.Random(3), code=(1, count(100)), text=(3, "xyz")), 8)))

def window(iterable, n):
    its = tee(iterable, n)
    for i, it in enumerate(its):
        next(islice(it, i, i), None)
    return zip(*its)

print(list(window("prompt", 3)), list(window([1], 2)), list(pairwise(range(4))))
losses = [3.0, 2.5, 2.6, 2.4, 2.41, 2.42, 2.43, 1.0]
def until_patient(losses, patience):
    best, waited = float("inf"), 0
    for i, loss in enumerate(losses):
        waited = 0 if loss < best else waited + 1
        best = min(best, loss)
        yield i, loss, best
        if waited >= patience:
            return f"stopped at {i}"
    return "finished"

def outcome(generator):
    result = yield from generator
    yield result

for patience in (1, 3, 9):
    print(*islice(outcome(until_patient(losses, patience)), 5, None), sep=" ", end=" | ")
print()
schedule = chain(accumulate(repeat(0.25, 4)), (1.0 for _ in range(2)), takewhile(lambda x: x > 0.1, accumulate(repeat(0.5), lambda a, b: a * b)))
print([f"{x:.3g}" for x in schedule])
print(list(compress("ABCDEF", cycle([1, 0, 1]))), list(starmap(pow, [(2, 5), (3, 2)])), list(zip_longest("ab", [1], fillvalue="?")))
print([(k, len(list(g))) for k, g in groupby(sorted("mississippi"))], [k for k, _ in groupby("aabba")])
g = until_patient([1], 1)
print(next(g), g.gi_frame is not None, list(g), g.gi_frame)
for wrong in (lambda: next(g), lambda: list(islice("abc", -1)), lambda: next(iter([])), lambda: list(zip([1], 2)), lambda: islice("a", "b")):
    try:
        wrong()
    except (StopIteration, ValueError, TypeError) as error:
        print(type(error).__name__, error)

"""A pipeline that is described first and runs when it is iterated."""
from functools import reduce
import operator

class Pipe:
    def __init__(self, source, *stages):
        self.source, self.stages = source, stages

    def _with(self, name, function):
        return Pipe(self.source, *self.stages, (name, function))

    def map(self, f):
        return self._with("map", lambda it: (f(x) for x in it))

    def filter(self, f=None):
        return self._with("filter", lambda it: (x for x in it if (f(x) if f else x)))

    def batch(self, n):
        def stage(it):
            chunk = []
            for x in it:
                chunk.append(x)
                if len(chunk) == n:
                    yield tuple(chunk)
                    chunk = []
            if chunk:
                yield tuple(chunk)
        return self._with(f"batch({n})", stage)

    def take(self, n):
        def stage(it):
            if n > 0:
                for i, x in enumerate(it, 1):
                    yield x
                    if i >= n:
                        return
        return self._with(f"take({n})", stage)

    def __iter__(self):
        return iter(reduce(lambda it, stage: stage[1](it), self.stages, self.source))

    def __or__(self, finish):
        return finish(self) if callable(finish) else NotImplemented

    def __repr__(self):
        return " > ".join(["Pipe", *(name for name, _ in self.stages)])

log = []
def noisy(n):
    for i in range(n):
        log.append(i)
        yield i

p = Pipe(noisy(100)).map(lambda x: x * x).filter(lambda x: x % 3 == 1).batch(2).take(3)
print(p, log)
print(list(p), log[-1], len(log))
print(list(p), len(log))
print(Pipe([3, 0, 4, "", None, 5]).filter() | list)
print(Pipe(range(1, 6)) | sum, Pipe("hello") | "".join, Pipe(range(6)).batch(4) | dict.fromkeys)
try:
    Pipe([]) | 3
except TypeError as error:
    print(error)
a, *rest = Pipe(range(5)).map(operator.neg)
print(a, rest, max(Pipe([4, 9, 2])), 9 in Pipe([4, 9, 2]), sorted(Pipe([4, 9, 2])))

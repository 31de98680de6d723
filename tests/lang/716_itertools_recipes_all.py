from itertools import *
import operator, collections, math, random
def take(n, it): return list(islice(it, n))
def prepend(v, it): return chain([v], it)
def tabulate(f, start=0): return map(f, count(start))
def tail(n, it): return iter(collections.deque(it, maxlen=n))
def consume(it, n=None): collections.deque(it, maxlen=0) if n is None else next(islice(it, n, n), None)
def nth(it, n, default=None): return next(islice(it, n, None), default)
def all_equal(it): g = groupby(it); return next(g, True) and not next(g, False)
def quantify(it, pred=bool): return sum(map(pred, it))
def ncycles(it, n): return chain.from_iterable(repeat(tuple(it), n))
def dotproduct(a, b): return sum(map(operator.mul, a, b))
def convolve(signal, kernel):
    kernel = tuple(kernel)[::-1]; n = len(kernel); window = collections.deque([0], maxlen=n) * n
    for x in chain(signal, repeat(0, n - 1)): window.append(x); yield sum(map(operator.mul, kernel, window))
def flatten(l): return chain.from_iterable(l)
def repeatfunc(f, times=None, *args): return starmap(f, repeat(args) if times is None else repeat(args, times))
def grouper(it, n, *, incomplete="fill", fillvalue=None):
    args = [iter(it)] * n
    match incomplete:
        case "fill": return zip_longest(*args, fillvalue=fillvalue)
        case "strict": return zip(*args, strict=True)
        case "ignore": return zip(*args)
        case _: raise ValueError("Expected fill, strict, or ignore")
def triplewise(it):
    for (a, _), (b, c) in pairwise(pairwise(it)): yield a, b, c
def sliding(it, n):
    it = iter(it); w = collections.deque(islice(it, n - 1), maxlen=n)
    for x in it: w.append(x); yield tuple(w)
def roundrobin(*its):
    pending = len(its); nexts = cycle(iter(i).__next__ for i in its)
    while pending:
        try:
            for nx in nexts: yield nx()
        except StopIteration: pending -= 1; nexts = cycle(islice(nexts, pending))
def partition(pred, it): a, b = tee(it); return filterfalse(pred, a), filter(pred, b)
def before_and_after(pred, it):
    it = iter(it); transition = []
    def true_iterator():
        for e in it:
            if pred(e): yield e
            else: transition.append(e); return
    def remainder(): yield from transition; yield from it
    return true_iterator(), remainder()
def powerset(it): s = list(it); return chain.from_iterable(combinations(s, r) for r in range(len(s) + 1))
def unique_everseen(it, key=None):
    seen = set()
    for e in it:
        k = e if key is None else key(e)
        if k not in seen: seen.add(k); yield e
def unique_justseen(it, key=None): return map(next, map(operator.itemgetter(1), groupby(it, key)))
def iter_except(f, exc, first=None):
    try:
        if first is not None: yield first()
        while True: yield f()
    except exc: pass
def first_true(it, default=False, pred=None): return next(filter(pred, it), default)
def nth_combination(it, r, index):
    pool = tuple(it); n = len(pool); c = math.comb(n, r)
    if index < 0: index += c
    if index < 0 or index >= c: raise IndexError
    result = []
    while r:
        c, n, r = c * r // n, n - 1, r - 1
        while index >= c: index -= c; c, n = c * (n - r) // n, n - 1
        result.append(pool[-1 - n])
    return tuple(result)
def sieve(n):
    data = bytearray((0, 1)) * (n // 2); data[:3] = 0, 0, 0
    limit = math.isqrt(n) + 1
    for p in compress(range(limit), data): data[p * p: n: p + p] = bytes(len(range(p * p, n, p + p)))
    data[2] = 1
    return compress(count(), data) if n > 2 else iter([])
print(take(3, "ABCDEFG"), list(prepend(1, [2, 3])), take(4, tabulate(lambda x: x * x)), list(tail(3, "ABCDEFG")), nth("abc", 1), nth("abc", 9, "d"), all_equal("aaa"), all_equal("ab"), quantify([1, 0, 2]), list(ncycles("ab", 2)), dotproduct([1, 2], [3, 4]))
it = iter("abcdef"); consume(it, 2); print(list(it)); print(list(convolve([1, -1, -20], [1, -3])), list(flatten([[1], [2, 3]])), list(repeatfunc(pow, 3, 2, 5)))
print(list(grouper("ABCDEFG", 3, fillvalue="x")), list(grouper("ABCDEFG", 3, incomplete="ignore")))
try: list(grouper("ABCDEFG", 3, incomplete="strict"))
except ValueError as e: print(e)
print(list(triplewise("ABCDE")), list(sliding("ABCDE", 4)), "".join(roundrobin("ABC", "D", "EF")), [list(x) for x in partition(lambda x: x % 2, range(8))])
a, b = before_and_after(str.isupper, "ABCdEfGhI"); print("".join(a), "".join(b))
print(list(powerset([1, 2, 3])), list(unique_everseen("AAAABBBCCDAABBB")), list(unique_everseen("ABBcCAD", str.casefold)), list(unique_justseen("AAAABBBCCDAABBB")), list(iter_except([1, 2, 3].pop, IndexError)), first_true([0, "", 5]), nth_combination("abcde", 3, 4), list(sieve(30)))
print(list(accumulate([1, 2, 3])), list(accumulate([3, 1, 4], max)), list(accumulate([1, 2], initial=10)), [list(x) for x in zip(*[iter("abcd")] * 2)], list(takewhile(lambda x: x < 3, [1, 2, 5, 1])), list(dropwhile(lambda x: x < 3, [1, 5, 2])), list(compress("abc", [1, 0, 1])), list(zip_longest("ab", [1], fillvalue=0)), list(islice(range(10), 2, 8, 3)), list(starmap(pow, [(2, 3), (3, 2)])), [(k, len(list(g))) for k, g in groupby("aabbb")])
print(list(product("ab", repeat=2)), list(product([1, 2], "x")), list(permutations([1, 2, 3], 2)), list(combinations_with_replacement("ab", 2)), len(list(permutations(range(5)))), list(islice(cycle([1, 2]), 5)), list(islice(count(10, -2), 3)), list(islice(count(0.5, 0.25), 3)), list(repeat("x", 2)))
print(count(3), repeat(1, 2), repeat("a"), count(1, 2), count(2.5))

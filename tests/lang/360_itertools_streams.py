from itertools import *

print(list(islice(count(), 4)), list(islice(count(10, -3), 4)), list(islice(count(0.5, 0.25), 3)), list(islice(count(2**63 - 2), 4)))
print(list(islice(cycle("ab"), 5)), list(cycle([])), list(repeat(7, 3)), list(repeat(1, 0)), list(map(pow, range(4), repeat(2))))
print(list(accumulate([1, 2, 3, 4])), list(accumulate([1, 2, 3], lambda a, b: a * b)), list(accumulate([1, 2], initial=100)), list(accumulate([])), list(accumulate("abc")), list(accumulate([], initial=1)))
print(list(chain("ab", [1], ())), list(chain()), list(chain.from_iterable(["ab", "cd"])), list(compress("abcdef", [1, 0, 1, 0, 1, 1])), list(compress("abc", [1])))
print(list(dropwhile(lambda x: x < 3, [1, 4, 2, 5])), list(takewhile(lambda x: x < 3, [1, 2, 5, 1])), list(filterfalse(lambda x: x % 2, range(6))), list(filterfalse(None, [0, 1, "", "a"])))
print(list(islice("abcdef", 2)), list(islice("abcdef", 2, 4)), list(islice("abcdef", 1, None, 2)), list(islice("abc", None)), list(islice("abcdefg", 0, 6, 3)), list(islice([], 3)))
print(list(pairwise("abcd")), list(pairwise("a")), list(starmap(pow, [(2, 3), (3, 2)])), list(zip_longest("ab", "xyz", [1])), list(zip_longest("ab", "x", fillvalue="-")), list(zip_longest()))
print(count(3), count(1, 2), count(0.5), repeat("x"), repeat("x", 2), [type(x).__name__ for x in (chain(), count(), islice([], 1))])
it = iter(range(10))
print(list(islice(it, 3)), next(it), list(islice(it, 1, 4, 2)), list(it))
squares = takewhile(lambda x: x < 50, (n * n for n in count(1)))
print(list(squares), sum(islice((1 / n for n in count(1)), 100)), list(zip(count(1), "abc")))

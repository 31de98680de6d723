from itertools import *

print(list(product("ab", [1, 2])), list(product([0, 1], repeat=3)), list(product()), list(product("ab", [])), list(product("a", repeat=0)), len(list(product(range(3), repeat=4))))
print(list(permutations("abc")), list(permutations("abc", 2)), list(permutations([], 0)), list(permutations("ab", 3)), list(permutations(range(3), 1)))
print(list(combinations("abcd", 2)), list(combinations("abc", 0)), list(combinations("ab", 3)), list(combinations(range(4), 3)), list(combinations("aa", 1)))
print(list(combinations_with_replacement("abc", 2)), list(combinations_with_replacement("ab", 3)), list(combinations_with_replacement([], 2)), list(combinations_with_replacement("a", 0)))
print(sum(1 for _ in permutations(range(7))), sum(1 for _ in combinations(range(12), 5)), max(permutations(range(5))), ["".join(p) for p in product("01", repeat=2)])


def subsets(items):
    return chain.from_iterable(combinations(items, r) for r in range(len(items) + 1))


print(list(subsets([1, 2, 3])))
print(["".join(p) for p in permutations("abca") if p[0] == "b"][:4], len(set(permutations("aab"))))
queens = [p for p in permutations(range(6)) if len({p[i] + i for i in range(6)}) == len({p[i] - i for i in range(6)}) == 6]
print(queens)
best = min(permutations([3, 1, 2]), key=lambda p: sum(i * v for i, v in enumerate(p)))
print(best, [c for c in combinations([8, 3, 5, 7, 2], 3) if sum(c) == 15])

m = [[1, 2, 3], [4, 5, 6]]
print([x for x in range(5)], {x % 2 for x in range(5)}, {x: x ** 2 for x in range(3)}, list(x for x in "ab"), [x for r in m for x in r if x % 2], [[r[i] for r in m] for i in range(3)], [(i, j) for i in range(3) for j in range(i)], [x if x > 2 else -x for x in range(5)], [x for x in range(20) if x % 2 if x % 3], [a + b for a in "ab" for b in "xy"], {(a, b) for a in (1, 2) for b in (1, 2) if a != b}, {k: v for k, v in zip("ab", (1, 2))}, [y for x in [1, 2] for y in [x * 10]], [[] for _ in range(2)], [i for i, in [(1,), (2,)]], [a for a, *b in ["xyz", "pq"]], [b for a, *b in ["xyz", "pq"]], sum(x for x in range(5)), max((len(w), w) for w in ["a", "bcd"]), any(x > 3 for x in range(5)), "".join(c.upper() for c in "hi"), tuple(x for x in (1,)), dict((k, k) for k in "a"), sorted({w[0] for w in ["bx", "ax"]}), [*(x for x in range(2))], [lambda: i for i in range(2)][0](), [(lambda: i)() for i in range(2)], [f"{x:02d}" for x in range(2)], [x for x in {1: 2}], [x for x in (y for y in (z for z in range(3)))], [_ for _ in range(2)], [x for x in []], {x for x in ()}, {x: 1 for x in ""})
n = 10
def f(): return [n * x for x in range(3)], {n: n for n in range(2)}, n
print(f(), [n for n in range(3)], n)
class K: a = 2; b = [a for _ in [1]] if False else [x * 2 for x in range(a)]; c = {x for x in range(a)}
print(K.b, K.c)
try:
    class Q: a = 2; b = [a for _ in [1]]
except NameError as e: print(e)
def g():
    try: return [undefined for _ in [1]]
    except NameError as e: return str(e)
print(g(), [x for x in range(3) if (lambda v: v > 0)(x)], [[x * y for y in range(1, 4)] for x in range(1, 3)], [(x, y) for x, y in enumerate("ab", 1)], [i for s in ["ab", "c"] for i in s if i != "b"], {len(k): [w for w in ["a", "bb", "cc"] if len(w) == len(k)] for k in ["a", "bb"]})
log = []
def t(x): log.append(x); return x
print([t(x) for x in (t(y) for y in range(2))], {t("k"): t("v") for _ in range(1)}, log)
it = iter(range(6)); print([x for x in it if x < 3][:2], list(it), [(a, b) for a, b in zip(*[iter(range(4))] * 2)])
gen = (print("lazy", x) or x for x in range(2)); print("made"); print(next(gen)); print(list(gen), list(gen))
try: print(list(1 / x for x in [1, 0]))
except ZeroDivisionError as e: print(e)
try: [x for x in 5]
except TypeError as e: print(e)
try: (x for x in 5)
except TypeError as e: print(e)
try: {[]: 1 for _ in [1]}
except TypeError as e: print(e)
primes = [p for p in range(2, 50) if all(p % q for q in range(2, int(p ** .5) + 1))]; print(primes, [p for p, q in zip(primes, primes[1:]) if q - p == 2], [(a, b, c) for c in range(1, 20) for b in range(1, c) for a in range(1, b) if a * a + b * b == c * c])
print([[int(i == j) for j in range(3)] for i in range(3)], [row[:] for row in m], [c for c in zip(*m)], [x for t in zip("ab", [1, 2]) for x in t], dict(enumerate("ab")), {**{i: str(i) for i in range(2)}}, [{**d, "n": i} for i, d in enumerate([{"a": 1}, {"b": 2}])], [s[::-1] for s in "ab cd".split()], [bool(x) for x in (0, "", [], None, 1)], [type(x).__name__ for x in (1, 1.0, "s", None, [])])

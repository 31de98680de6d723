def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found if p * p <= n): found.append(n); yield n
        n += 1
def until(it, stop):
    for x in it:
        if x >= stop: return
        yield x
print(list(until(primes(), 50)), sum(until(primes(), 100)), [p for p in until(primes(), 30) if p % 4 == 1], next(p for p in primes() if p > 200))
evens = (x for x in range(10) if x % 2 == 0); squares = (x * x for x in evens); print(next(squares), list(squares), list(evens), list(squares))
def tri():
    t = i = 0
    while True: t += (i := i + 1); yield t
g = tri(); print([next(g) for _ in range(6)], next(x for x in tri() if x > 100), dict(zip('abc', tri())), *zip(range(2), tri()))
nested = ((i, j) for i in range(3) for j in range(i)); print(list(nested), list(x for x in (y for y in (z for z in 'ab'))), len(list(1 for _ in range(1000))), sum(1 for c in 'banana' if c == 'a'))

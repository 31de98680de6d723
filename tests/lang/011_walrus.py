print((n := 10) + n, n)
print([y := 1, y ** 2], y, [last := i for i in range(4)], last)
if (m := len('abc')) > 2: print('m', m)
data = iter([3, 1, 4, 0, 5])
while (v := next(data)) != 0: print(v, end=' ')
print(v)
print([(x, sq) for x in range(5) if (sq := x * x) > 3], sq)
print(any((hit := w) == 'b' for w in 'abc'), hit)
def f(a=(k := 5)): return a, k
print(f())
print((lambda: (z := 3) + z)())
total = 0
print([total := total + i for i in range(5)], total)
print({(key := 'a'): key}, {i: (j := i * 2) for i in range(3)}, j)
def g():
    global gg
    (gg := 7)
    return [loc := 1, loc + 1]
print(g(), gg)
print(f'{(w := 4)}', f'{w:=5}', w)
x = (y := 1), 2
print(x, y)
if (a := 0) or (b := 5): print(a, b)
print((c := 1, 2), c, max(q := 3, 2), q)
filtered = [y for x in [1, 2, 3] if (y := x % 2)]
print(filtered)

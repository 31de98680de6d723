for i in range(3):
    for j in range(3):
        if j == 1: continue
        if i == 2: break
        print(i, j, end=';')
    else: print('else', i)
print(i, j)
for i in []: pass
else: print('empty else', i)
n = 0
while True:
    n += 1
    if n % 2: continue
    if n > 6: break
print(n)
while n:
    n -= 4
    if n < 0: break
else: print('clean end', n)
for (a, b), c in [((1, 2), 3)]: print(a, b, c)
for a, *b in ['abc', 'de']: print(a, b)
x = [1, 2, 3, 4]
for v in x:
    if v == 2: x.append(5)
    if v == 5: break
else: print('no')
print(x)
for i in range(5): i *= 10
print(i)
for i in range(3):
    i = 'rebound'
print(i, [k for k in range(10, 0, -3)], list(range(-1, -10, -4)))
def find(m, t):
    for r, row in enumerate(m):
        for c, v in enumerate(row):
            if v == t: return r, c
    return None
print(find([[1, 2], [3, 4]], 3), find([[1]], 9))
for k, v in {'a': 1, 'b': 2}.items(): print(k, v, end=' ')
for i, (k, v) in enumerate(zip('ab', [1, 2]), start=1): print(i, k, v, end=' ')
for ch in 'héy': print(ch, end='.')
for b in b'az': print(b, end=',')
for x in *[1, 2], 3: print(x, end=' ')
print()
it = iter(range(5))
for a in it: print(a, next(it, None), end=' ')
print()
total = 0
for i in range(1, 10**4):
    if i % 3 == 0 or i % 5 == 0: total += i
print(total)
i = 10
while i > 0: i -= 3
print(i)
for i in range(2):
    try:
        if i: break
    finally: print('finally', i)

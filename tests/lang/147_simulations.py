def life(cells, n):
    for _ in range(n):
        count = {}
        for r, c in cells:
            for dr in (-1, 0, 1):
                for dc in (-1, 0, 1):
                    if dr or dc: count[r + dr, c + dc] = count.get((r + dr, c + dc), 0) + 1
        cells = {p for p, k in count.items() if k == 3 or k == 2 and p in cells}
    return cells
for n in (0, 1, 4): print(sorted(life({(0, 1), (1, 2), (2, 0), (2, 1), (2, 2)}, n)))
def rule(n, row, steps):
    for _ in range(steps):
        yield ''.join('.#'[b] for b in row)
        p = [0, *row, 0]
        row = [n >> (p[i - 1] << 2 | p[i] << 1 | p[i + 1]) & 1 for i in range(1, len(p) - 1)]
row = [0] * 15; row[7] = 1
print(*rule(90, row, 8), sep='\n')
pos, d, trail = 0j, 1j, []
for ch in 'FFRFFRFLF':
    if ch == 'R': d *= -1j
    elif ch == 'L': d *= 1j
    else: pos += d; trail.append((int(pos.real), int(pos.imag)))
print(trail, abs(pos))
def lsys(s, rules, n):
    for _ in range(n): s = ''.join(rules.get(c, c) for c in s)
    return s
print(lsys('A', {'A': 'AB', 'B': 'A'}, 6), [len(lsys('F', {'F': 'F+F-F'}, i)) for i in range(5)])
def mandel(c):
    z = 0
    for n in range(30):
        if abs(z) > 2: return n
        z = z * z + c
    return 30
for y in range(-4, 5): print(''.join(' .:*#@'[min(mandel(complex(x / 8, y / 4)) // 6, 5)] for x in range(-17, 7)))
x, v, dt = 1.0, 0.0, 0.1
for i in range(20):
    v -= x * dt; x += v * dt
    if i % 5 == 4: print(f'{(i + 1) * dt:.1f} {x:+.4f} {v:+.4f} {x * x + v * v:.4f}')
prob = {'s': 1.0, 'r': 0.0}
for _ in range(5): prob = {'s': .8 * prob['s'] + .4 * prob['r'], 'r': .2 * prob['s'] + .6 * prob['r']}
print({k: round(p, 5) for k, p in prob.items()})
queue, t, served = [], 0, []
for arrive, need in ((0, 3), (1, 2), (6, 1)):
    t = max(t, arrive); served.append((arrive, t - arrive, t + need)); t += need
print(served)

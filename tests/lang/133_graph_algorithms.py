g = {'a': {'b': 4, 'c': 1}, 'b': {'d': 1}, 'c': {'b': 2, 'd': 5}, 'd': {'e': 3}, 'e': {}}
def dijkstra(g, s):
    dist, todo, prev = {s: 0}, set(g), {}
    while todo:
        reach = sorted((dist[n], n) for n in todo if n in dist)
        if not reach: break
        d, u = reach[0]
        todo.remove(u)
        for v, w in g[u].items():
            if d + w < dist.get(v, float('inf')): dist[v], prev[v] = d + w, u
    return dist, prev
dist, prev = dijkstra(g, 'a')
path, n = [], 'e'
while n: path.append(n); n = prev.get(n)
print(dist, path[::-1])
def bfs(g, s):
    seen, q, order = {s}, [s], []
    while q:
        u = q.pop(0)
        order.append(u)
        for v in g[u]:
            if v not in seen: seen.add(v); q.append(v)
    return order
def dfs(g, u, seen=None):
    seen = seen if seen is not None else []
    seen.append(u)
    for v in g[u]:
        if v not in seen: dfs(g, v, seen)
    return seen
print(bfs(g, 'a'), dfs(g, 'a'))
def topo(g):
    indeg = {u: 0 for u in g}
    for u in g:
        for v in g[u]: indeg[v] += 1
    ready = sorted(u for u in g if not indeg[u])
    out = []
    while ready:
        u = ready.pop(0)
        out.append(u)
        for v in g[u]:
            indeg[v] -= 1
            if not indeg[v]: ready.append(v)
    return out if len(out) == len(g) else None
print(topo(g), topo({'a': ['b'], 'b': ['a']}))
class DSU:
    def __init__(self, n): self.p = list(range(n))
    def find(self, x):
        while self.p[x] != x: self.p[x] = self.p[self.p[x]]; x = self.p[x]
        return x
    def join(self, a, b):
        a, b = self.find(a), self.find(b)
        self.p[a] = b
        return a != b
edges = sorted([(4, 0, 1), (1, 0, 2), (2, 2, 1), (5, 2, 3), (1, 1, 3), (3, 3, 4)])
d = DSU(5)
mst = [(a, b, w) for w, a, b in edges if d.join(a, b)]
print(mst, sum(w for *_, w in mst), len({d.find(i) for i in range(5)}))
def floyd(n, es):
    inf = float('inf')
    m = [[0 if i == j else inf for j in range(n)] for i in range(n)]
    for w, a, b in es: m[a][b] = m[b][a] = w
    for k in range(n):
        for i in range(n):
            for j in range(n): m[i][j] = min(m[i][j], m[i][k] + m[k][j])
    return m
for row in floyd(5, edges): print(*row)
def color(g):
    out = {}
    for u in sorted(g, key=lambda u: (-len(g[u]), u)): out[u] = min(set(range(len(g))) - {out.get(v) for v in g[u]})
    return out
print(color({1: [2, 3], 2: [1, 3], 3: [1, 2, 4], 4: [3]}))
maze = ['#########', '#S  #   #', '# # # # #', '# #   #E#', '#########']
cells = {(r, c): ch for r, row in enumerate(maze) for c, ch in enumerate(row)}
start, = (k for k, v in cells.items() if v == 'S')
q, seen = [(start, 0)], {start}
for (r, c), n in q:
    if cells[r, c] == 'E': print('steps', n)
    for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
        p = r + dr, c + dc
        if cells[p] != '#' and p not in seen: seen.add(p); q.append((p, n + 1))

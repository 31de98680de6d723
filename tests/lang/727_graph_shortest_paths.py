import heapq
from collections import defaultdict, deque
edges = [("A", "B", 4), ("A", "C", 2), ("C", "B", 1), ("B", "D", 5), ("C", "D", 8), ("C", "E", 10), ("D", "E", 2), ("E", "F", 3), ("D", "F", 6), ("G", "H", 1)]
g = defaultdict(dict)
for u, v, w in edges: g[u][v] = w; g[v][u] = w
def dijkstra(src):
    dist, prev, heap = {src: 0}, {}, [(0, src)]
    while heap:
        d, u = heapq.heappop(heap)
        if d > dist[u]: continue
        for v, w in g[u].items():
            if (nd := d + w) < dist.get(v, float("inf")):
                dist[v], prev[v] = nd, u
                heapq.heappush(heap, (nd, v))
    return dist, prev
dist, prev = dijkstra("A")
def path(t):
    out = [t]
    while out[-1] in prev: out.append(prev[out[-1]])
    return "->".join(reversed(out))
for t in sorted(g): print(t, dist.get(t, "unreachable"), path(t) if t in dist else "-")
def bfs(s):
    seen, q, levels = {s}, deque([(s, 0)]), defaultdict(list)
    while q:
        u, d = q.popleft(); levels[d].append(u)
        for v in sorted(g[u]):
            if v not in seen: seen.add(v); q.append((v, d + 1))
    return dict(levels)
print(bfs("A"))
def components():
    left = set(g)
    while left:
        comp = set().union(*bfs(min(left)).values()); left -= comp
        yield sorted(comp)
print(list(components()))
def kruskal():
    parent = {v: v for v in g}
    def find(x):
        while parent[x] != x: parent[x] = parent[parent[x]]; x = parent[x]
        return x
    for u, v, w in sorted(edges, key=lambda e: e[2]):
        if (a := find(u)) != (b := find(v)): parent[a] = b; yield u + v, w
mst = list(kruskal()); print(mst, sum(w for _, w in mst))
def topo(deps):
    order, mark = [], {}
    def visit(n, trail=()):
        if mark.get(n) == "done": return
        if n in trail: raise ValueError("cycle: " + " -> ".join((*trail[trail.index(n):], n)))
        for d in deps.get(n, ()): visit(d, (*trail, n))
        mark[n] = "done"; order.append(n)
    for n in sorted(deps): visit(n)
    return order
print(topo({"cake": ["eggs", "flour"], "eggs": ["shop"], "flour": ["shop"], "shop": []}))
try: topo({"a": ["b"], "b": ["c"], "c": ["a"]})
except ValueError as e: print(e)
INF = float("inf"); names = sorted(g); n = len(names)
D = [[0 if i == j else g[a].get(b, INF) for j, b in enumerate(names)] for i, a in enumerate(names)]
for k in range(n):
    for i in range(n):
        for j in range(n): D[i][j] = min(D[i][j], D[i][k] + D[k][j])
for name, row in zip(names, D): print(name, " ".join(f"{x:>3}" for x in row))

import torch

def tree_map(f, t):
    if isinstance(t, dict):
        return {k: tree_map(f, v) for k, v in t.items()}
    if isinstance(t, (list, tuple)):
        return type(t)(tree_map(f, v) for v in t)
    return f(t) if torch.is_tensor(t) else t

def leaves(t):
    if torch.is_tensor(t):
        yield t
    elif isinstance(t, dict):
        for v in t.values():
            yield from leaves(v)
    elif isinstance(t, (list, tuple)):
        for v in t:
            yield from leaves(v)

tree = {"a": torch.ones(2), "b": [torch.zeros(1), {"c": (torch.arange(3), "txt")}], "n": None}
print(tree_map(lambda t: t * 2, tree), [tuple(l.shape) for l in leaves(tree)], sum(l.numel() for l in leaves(tree)))
moved = tree_map(lambda t: t.to(torch.float64), tree)
print({str(l.dtype) for l in leaves(moved)}, moved["b"][1]["c"][1])
fib = lambda n: torch.tensor(n) if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(10), [fib(i).item() for i in range(8)])
def power(M, k):
    return torch.eye(len(M), dtype=M.dtype) if k == 0 else (power(M @ M, k // 2) if k % 2 == 0 else M @ power(M, k - 1))
F = torch.tensor([[1, 1], [1, 0]])
print(power(F, 10), torch.linalg.matrix_power(F.double(), 10).long())
memo = {}
def rec(i, j):
    if (i, j) not in memo:
        memo[i, j] = torch.tensor(1.0) if 0 in (i, j) else rec(i - 1, j) + rec(i, j - 1)
    return memo[i, j]
print(rec(4, 4), len(memo), torch.stack([torch.stack([rec(i, j) for j in range(3)]) for i in range(3)]))
class Node:
    def __init__(self, value, *children):
        self.value, self.children = torch.as_tensor(value, dtype=torch.float32), children
    def total(self):
        return self.value + sum(c.total() for c in self.children)
    def __iter__(self):
        yield self.value
        for c in self.children:
            yield from c
t = Node(1, Node(2, Node(3)), Node(4))
print(t.total(), torch.stack(list(t)), max(t), sorted(v.item() for v in t))
def bfs(adj, s):
    dist = torch.full((len(adj),), -1)
    dist[s], queue = 0, [s]
    while queue:
        u = queue.pop(0)
        for v in adj[u].nonzero().flatten().tolist():
            if dist[v] < 0:
                dist[v] = dist[u] + 1
                queue.append(v)
    return dist
adj = torch.tensor([[0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1], [0, 0, 0, 0]])
print(bfs(adj, 0), (adj + adj.T).sum(0), torch.linalg.matrix_power((adj + adj.T).float(), 2).diag())

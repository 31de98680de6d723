"""Queues at work: breadth-first search, a sliding maximum, a ring, an undo list."""
from collections import deque

maze = ["S.#.", "..#.", ".#..", "...G"]


def shortest(maze):
    start = next((r, c) for r, row in enumerate(maze) for c, x in enumerate(row) if x == "S")
    queue, seen = deque([(start, 0)]), {start}
    while queue:
        (r, c), steps = queue.popleft()
        if maze[r][c] == "G":
            return steps
        for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
            n = (r + dr, c + dc)
            if 0 <= n[0] < len(maze) and 0 <= n[1] < len(maze[0]) and maze[n[0]][n[1]] != "#" and n not in seen:
                seen.add(n)
                queue.append((n, steps + 1))


def sliding_max(values, k):
    best, out = deque(), []
    for i, v in enumerate(values):
        while best and values[best[-1]] <= v:
            best.pop()
        best.append(i)
        if best[0] <= i - k:
            best.popleft()
        if i >= k - 1:
            out.append(values[best[0]])
    return out


def josephus(n, k):
    ring, order = deque(range(1, n + 1)), []
    while ring:
        ring.rotate(1 - k)
        order.append(ring.popleft())
    return order


class History(deque):
    def __init__(self, size):
        super().__init__(maxlen=size)
        self.dropped = 0

    def push(self, x):
        if len(self) == self.maxlen:
            self.dropped += 1
        self.append(x)


print(shortest(maze), sliding_max([1, 3, -1, -3, 5, 3, 6, 7], 3), josephus(7, 3))
h = History(2)
for word in ("a", "b", "c"):
    h.push(word)
print(h, h.dropped, isinstance(h, deque), list(h), h[-1])
graph = {"a": "bc", "b": "d", "c": "d", "d": ""}
degree = {n: sum(n in v for v in graph.values()) for n in graph}
ready, order = deque(n for n in graph if not degree[n]), []
while ready:
    n = ready.popleft()
    order.append(n)
    for m in graph[n]:
        degree[m] -= 1
        if not degree[m]:
            ready.append(m)
print(order)
tail = deque(maxlen=2)
average = [sum(tail) / len(tail) for x in [1, 2, 3, 4] if tail.append(x) is None]
print(average)

import bisect
import heapq

h = []
for x in [5, 1, 8, 3, 2]:
    heapq.heappush(h, x)
print(h[0], [heapq.heappop(h) for _ in range(len(h))])
data = [9, 4, 7, 1, 8]
heapq.heapify(data)
print(data[0], heapq.heappushpop(data, 0), heapq.heapreplace(data, 10), sorted(data))
print(heapq.nlargest(2, [3, 1, 4, 1, 5]), heapq.nsmallest(2, ["bb", "a", "ccc"], key=len), list(heapq.merge([1, 4], [2, 3], [0, 9])), list(heapq.merge([5, 2], [4, 1], reverse=True)))
tasks = []
for pr, name in [(3, "low"), (1, "high"), (2, "mid"), (1, "also high")]:
    heapq.heappush(tasks, (pr, name))
while tasks:
    print(heapq.heappop(tasks), end=" ")
print()
try:
    heapq.heappop([])
except IndexError as e:
    print(e)
try:
    heapq.heapify([1, "a"])
except TypeError as e:
    print(e)
xs = [1, 3, 3, 5, 7]
print(bisect.bisect_left(xs, 3), bisect.bisect_right(xs, 3), bisect.bisect(xs, 4), bisect.bisect_left(xs, 0), bisect.bisect(xs, 9), bisect.bisect_left(xs, 5, 1, 3))
bisect.insort(xs, 4)
bisect.insort_left(xs, 3)
print(xs, bisect.bisect_left([("a", 1), ("b", 5)], 3, key=lambda t: t[1]))
def grade(score):
    return "FDCBA"[bisect.bisect([60, 70, 80, 90], score)]
print([grade(s) for s in (33, 99, 77, 70, 89, 90)])
def dijkstra(g, s):
    dist, q = {s: 0}, [(0, s)]
    while q:
        d, u = heapq.heappop(q)
        if d > dist[u]:
            continue
        for v, w in g[u].items():
            if d + w < dist.get(v, float("inf")):
                dist[v] = d + w
                heapq.heappush(q, (d + w, v))
    return dist
print(dijkstra({"a": {"b": 4, "c": 1}, "b": {"d": 1}, "c": {"b": 2, "d": 5}, "d": {}}, "a"))
def top_k(scores, k):
    return [i for _, i in heapq.nlargest(k, ((s, i) for i, s in enumerate(scores)))]
print(top_k([0.1, 0.9, 0.4, 0.7], 2))
class Job:
    def __init__(self, p): self.p = p
    def __lt__(self, o): return self.p < o.p
jobs = [Job(3), Job(1), Job(2)]
heapq.heapify(jobs)
print([heapq.heappop(jobs).p for _ in range(3)])

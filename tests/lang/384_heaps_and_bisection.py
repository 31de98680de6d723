import bisect
import heapq
import random

r = random.Random(11)
heap = []
for _ in range(15):
    heapq.heappush(heap, r.randrange(100))
print(heap, [heapq.heappop(heap) for _ in range(15)])
values = [r.randrange(50) for _ in range(20)]
heapq.heapify(values)
print(values, heapq.heapreplace(values, 99), heapq.heappushpop(values, -1), heapq.heappushpop(values, 25), values)
print(heapq.nsmallest(3, [5, 1, 4, 2]), heapq.nlargest(2, [5, 1, 4, 2]), heapq.nlargest(2, ["aaa", "b", "cc"], key=len), heapq.nsmallest(0, [1]), heapq.nsmallest(9, [2, 1]))
print(list(heapq.merge([1, 4, 7], [2, 5], [3, 6])), list(heapq.merge([3, 1], [2], reverse=True)), list(heapq.merge(["b"], ["A", "c"], key=str.lower)), list(heapq.merge()))
tasks = []
for priority, name in [(2, "code"), (1, "eat"), (3, "rest"), (1, "drink")]:
    heapq.heappush(tasks, (priority, name))
print([heapq.heappop(tasks) for _ in range(4)])
for call in (lambda: heapq.heappop([]), lambda: heapq.heappush((), 1), lambda: heapq.heapify(3), lambda: heapq.heapreplace([], 1), lambda: heapq.heappush([1], "a"), lambda: bisect.bisect([1], 0, -1), lambda: bisect.bisect([1, "a"], 0)):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
a = [1, 2, 2, 2, 5]
print(bisect.bisect_left(a, 2), bisect.bisect_right(a, 2), bisect.bisect(a, 0), bisect.bisect(a, 9), bisect.bisect_left(a, 2, 2), bisect.bisect_left(a, 2, 0, 1), bisect.bisect_left("abd", "c"), bisect.bisect(range(0, 100, 10), 35))
bisect.insort(a, 3)
bisect.insort_left(a, 2)
print(a, bisect.bisect_left([(1, "x"), (2, "y")], "y", key=lambda t: t[1]))
grade = lambda score: "FDCBA"[bisect.bisect([60, 70, 80, 90], score)]
print([grade(s) for s in (33, 99, 77, 70, 89, 90, 100)])


def dijkstra(graph, start):
    distance, queue = {}, [(0, start)]
    while queue:
        d, node = heapq.heappop(queue)
        if node in distance:
            continue
        distance[node] = d
        for other, weight in graph[node].items():
            heapq.heappush(queue, (d + weight, other))
    return distance


print(dijkstra({"a": {"b": 7, "c": 3}, "b": {"d": 2}, "c": {"b": 1, "d": 8}, "d": {}}, "a"))


def medians(stream):
    low, high = [], []
    for x in stream:
        heapq.heappush(high, -heapq.heappushpop(low, -x))
        if len(high) > len(low):
            heapq.heappush(low, -heapq.heappop(high))
        yield -low[0] if len(low) > len(high) else (high[0] - low[0]) / 2


print(list(medians([5, 2, 8, 1, 9])))

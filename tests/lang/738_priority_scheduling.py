from heapq import heappush, heappop
from collections import deque, namedtuple
from itertools import count
Job = namedtuple("Job", "name arrive burst prio")
JOBS = [Job("A", 0, 5, 2), Job("B", 1, 3, 1), Job("C", 2, 8, 3), Job("D", 3, 6, 1)]
def fcfs(jobs):
    t = 0
    for j in sorted(jobs, key=lambda j: j.arrive):
        t = max(t, j.arrive); yield j.name, t, t + j.burst; t += j.burst
def sjf(jobs):
    t, heap, left, tie = 0, [], deque(sorted(jobs, key=lambda j: j.arrive)), count()
    while heap or left:
        while left and left[0].arrive <= t: j = left.popleft(); heappush(heap, (j.burst, next(tie), j))
        if not heap: t = left[0].arrive; continue
        *_, j = heappop(heap); yield j.name, t, t + j.burst; t += j.burst
def rr(jobs, q):
    t, ready, left, rem = 0, deque(), deque(jobs), {j.name: j.burst for j in jobs}
    def admit():
        while left and left[0].arrive <= t: ready.append(left.popleft().name)
    admit()
    while ready:
        n = ready.popleft(); run = min(q, rem[n]); yield n, t, t + run
        t += run; rem[n] -= run; admit()
        if rem[n]: ready.append(n)
        elif not ready and left: t = left[0].arrive; admit()
for name, plan in (("fcfs", fcfs(JOBS)), ("sjf", sjf(JOBS)), ("rr3", rr(JOBS, 3))):
    plan = list(plan); end = {n: e for n, _, e in plan}
    print(name, " ".join(f"{n}[{s}-{e}]" for n, s, e in plan))
    print("  turnaround", {j.name: end[j.name] - j.arrive for j in JOBS}, "mean", sum(end[j.name] - j.arrive for j in JOBS) / len(JOBS))
    print("  " + "".join(n * (e - s) for n, s, e in plan))
class PQ:
    REMOVED = object()
    def __init__(self): self.heap, self.find, self.tie = [], {}, count()
    def add(self, task, p=0):
        if task in self.find: self.remove(task)
        self.find[task] = e = [p, next(self.tie), task]; heappush(self.heap, e)
    def remove(self, task): self.find.pop(task)[-1] = PQ.REMOVED
    def pop(self):
        while self.heap:
            p, _, task = heappop(self.heap)
            if task is not PQ.REMOVED: del self.find[task]; return task, p
        raise KeyError("pop from an empty priority queue")
pq = PQ()
for t, p in (("write", 5), ("test", 1), ("ship", 9), ("write", 0)): pq.add(t, p)
pq.remove("ship"); print(pq.pop(), pq.pop())
try: pq.pop()
except KeyError as e: print(e)
try: pq.remove("none")
except KeyError as e: print("KeyError", e)
def median_stream(xs):
    lo, hi = [], []
    for x in xs:
        heappush(hi, -heappop(lo) if lo and x < -lo[0] and not heappush(lo, -x) else x) if lo and x < -lo[0] else heappush(hi, x)
        while len(hi) > len(lo): heappush(lo, -heappop(hi))
        while len(lo) > len(hi) + 1: heappush(hi, -heappop(lo))
        yield -lo[0] if len(lo) > len(hi) else (hi[0] - lo[0]) / 2
print(list(median_stream([5, 2, 8, 1, 9])))

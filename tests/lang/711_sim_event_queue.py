import heapq, itertools
from dataclasses import dataclass, field
from typing import Callable, Any
counter = itertools.count()
@dataclass(order=True)
class Event:
    at: float
    seq: int = field(default_factory=lambda: next(counter))
    action: Callable[..., Any] = field(compare=False, default=None, repr=False)
    tag: str = field(compare=False, default="")
class Sim:
    def __init__(self): self.now, self.queue, self.log = 0.0, [], []
    def at(self, delay, action, tag=""):
        e = Event(self.now + delay, action=action, tag=tag)
        heapq.heappush(self.queue, e)
        return e
    def run(self, until=float("inf")):
        while self.queue and self.queue[0].at <= until:
            e = heapq.heappop(self.queue); self.now = e.at
            self.log.append((round(e.at, 2), e.tag))
            if e.action: e.action(self)
        return len(self.log)
class Server:
    def __init__(self, sim, service): self.sim, self.service, self.busy, self.line, self.done = sim, service, False, [], 0
    def arrive(self, who):
        if self.busy: self.line.append(who)
        else: self.start(who)
    def start(self, who):
        self.busy = True
        self.sim.at(self.service(who), lambda sim: self.leave(who), f"leave {who}")
    def leave(self, who):
        self.done += 1; self.busy = False
        if self.line: self.start(self.line.pop(0))
sim = Sim()
srv = Server(sim, lambda who: 1.5 if who % 2 else 2.5)
for i in range(5): sim.at(i * 1.0, lambda s, i=i: srv.arrive(i), f"arrive {i}")
print(sim.run(4.0), sim.now, srv.line, srv.done)
print(sim.run(), sim.now, srv.done)
for entry in sim.log: print("%6.2f  %s" % entry)
print(Event(1.0), Event(1.0) < Event(1.0), Event(2.0) > Event(1.0), sorted([Event(3, 1), Event(1, 9), Event(1, 2)]))
h = [5, 3, 8, 1]; heapq.heapify(h); print(h, heapq.heappushpop(h, 0), heapq.heapreplace(h, 9), h, heapq.nlargest(2, h), heapq.nsmallest(2, h, key=lambda x: -x))
print(list(heapq.merge([1, 4], [2, 3], [0, 9])), list(heapq.merge("adg", "bc", key=str.upper, reverse=False)), list(heapq.merge([9, 5], [7, 1], reverse=True)))
try: heapq.heappop([])
except IndexError as e: print(e)
try: heapq.heappush([1], "a")
except TypeError as e: print(e)
try: heapq.heappush((1,), 2)
except TypeError as e: print(e)

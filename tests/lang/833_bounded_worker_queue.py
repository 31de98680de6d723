"""Jobs with priorities and dependencies, run by generators that yield between steps."""
from collections import deque
from enum import Enum, auto
import heapq

class State(Enum):
    WAITING = auto()
    RUNNING = auto()
    DONE = auto()
    FAILED = auto()

    @property
    def final(self):
        return self in (State.DONE, State.FAILED)

class Job:
    def __init__(self, name, steps, priority=0, after=(), fails_at=None):
        self.name, self.priority, self.after, self.state = name, priority, tuple(after), State.WAITING
        self.steps, self.fails_at, self.result = steps, fails_at, None

    def __lt__(self, other):
        return (-self.priority, self.name) < (-other.priority, other.name)

    def body(self):
        total = 0
        try:
            for i in range(self.steps):
                if i == self.fails_at:
                    raise RuntimeError(f"{self.name} broke at step {i}")
                total += yield i
            return total
        finally:
            events.append(f"{self.name}:closed")

def run(jobs, workers):
    by_name = {j.name: j for j in jobs}
    waiting, active, tick = sorted(jobs), deque(), 0
    while waiting or active:
        ready = [j for j in waiting if all(by_name[a].state.final for a in j.after)]
        heapq.heapify(ready)
        while ready and len(active) < workers:
            job = heapq.heappop(ready)
            waiting.remove(job)
            if bad := [a for a in job.after if by_name[a].state is State.FAILED]:
                job.state = State.FAILED
                events.append(f"{job.name}:skipped after {bad}")
                continue
            generator = job.body()
            next(generator)
            job.state = State.RUNNING
            active.append((job, generator))
        for _ in range(len(active)):
            job, generator = active.popleft()
            try:
                step = generator.send(tick)
            except StopIteration as stop:
                job.state, job.result = State.DONE, stop.value
            except RuntimeError as error:
                job.state = State.FAILED
                events.append(str(error))
            else:
                events.append(f"{tick}>{job.name}.{step}")
                active.append((job, generator))
        tick += 1
        if tick > 50:
            raise TimeoutError(f"stuck: {[j.name for j in waiting]}")
    return tick

events = []
jobs = [Job("load", 2, 5), Job("train", 4, 1, ["load"]), Job("eval", 2, 9, ["train"]), Job("plot", 1, 0, ["bad"]),
        Job("bad", 3, 4, fails_at=2), Job("log", 5, -1)]
print("ticks", run(jobs, 2))
print(*events, sep="\n")
for job in jobs:
    print(f"{job.name:<6}{job.state.name:<8}{job.result}")
events.clear()
try:
    run([Job("a", 1, after=["b"]), Job("b", 1, after=["a"])], 1)
except TimeoutError as error:
    print(error, events)
print([s.name for s in State if s.final], State["DONE"].value, sorted(jobs)[0].name, State(2))

log = []
class T:
    alive = 0
    def __init__(self, n): self.n = n; T.alive += 1
    def __del__(self): T.alive -= 1; log.append(self.n)
a = T('a'); b = a; del a; print(T.alive, log); b = None; print(T.alive, log)
def f(): t = T('local'); return T.alive
print(f(), T.alive, log)
l = [T(i) for i in range(3)]; l.pop(0); print(log[-1], T.alive); l.clear(); print(T.alive, sorted(map(str, log)))
T('temp'); print(log[-1]); d = {'k': T('v')}; d['k'] = 1; print(log[-1])
def g():
    t = T('gen'); yield 1; yield 2
x = g(); next(x); print(T.alive); del x; print(T.alive, log[-1])
try: t = T('exc'); raise ValueError
except ValueError: pass
t = T('new'); print(log[-1], T.alive); t.self = t; del t
import gc
gc.collect(); print(T.alive, log[-1])

class Task:
    def __init__(self, name, gen): self.name, self.gen, self.result = name, gen, None
def run(tasks):
    queue, log = [Task(n, g) for n, g in tasks.items()], []
    waiting = {t.name: t for t in queue}
    inbox, started = {}, set()
    while queue:
        t = queue.pop(0)
        try: req = next(t.gen) if t.name not in inbox or not t.gen.gi_frame or t.name not in started else t.gen.send(inbox.pop(t.name))
        except StopIteration as e: t.result = e.value; log.append((t.name, 'done', e.value)); continue
        except ValueError as e: log.append((t.name, 'failed', str(e))); continue
        log.append((t.name, req)); started.add(t.name)
        if isinstance(req, tuple) and req[0] == 'send': inbox[req[1]] = req[2]
        queue.append(t)
    return log
def worker(n):
    total = 0
    for i in range(n): got = yield i; total += got or 0
    return total
def sender():
    yield 'send', 'w', 10
    yield 'send', 'w', 5
    return 'sent'
def broken(): yield 'ok'; raise ValueError('broke')
for entry in run({'s': sender(), 'w': worker(4), 'b': broken()}): print(entry)
def producer(items, target):
    target.send(None)
    for i in items: target.send(i)
    try: target.throw(StopIteration)
    except (StopIteration, RuntimeError) as e: print('closed', type(e).__name__)
def consumer():
    seen = []
    try:
        while True: seen.append((yield))
    except StopIteration: print('seen', seen); return
producer(range(3), consumer())
def grep(pat, nxt):
    while True:
        line = yield
        if pat in line: nxt.send(line)
def collect(out):
    while True: out.append((yield))
out = []; sink = collect(out); next(sink); g = grep('a', sink); next(g)
for w in ('cat', 'dog', 'bat'): g.send(w)
print(out); g.close(); sink.close()

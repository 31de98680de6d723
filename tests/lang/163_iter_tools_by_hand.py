def take(n, it): return [x for _, x in zip(range(n), it)]
def count(a=0, s=1):
    while True: yield a; a += s
def chunk(it, n):
    it = iter(it)
    while c := take(n, it): yield c
def window(it, n):
    buf = []
    for x in it:
        buf.append(x)
        if len(buf) == n: yield tuple(buf); buf.pop(0)
def groupby(it, key=lambda x: x):
    cur, out = object(), []
    for x in it:
        if (k := key(x)) != cur:
            if out: yield cur, out
            cur, out = k, []
        out.append(x)
    if out: yield cur, out
def product(*its): return [()] if not its else [(x, *r) for x in its[0] for r in product(*its[1:])]
def accumulate(it, f=lambda a, b: a + b):
    it = iter(it)
    for t in it: break
    else: return
    yield t
    for x in it: t = f(t, x); yield t
def interleave(*its):
    its = [iter(i) for i in its]
    while its:
        for i in its[:]:
            try: yield next(i)
            except StopIteration: its.remove(i)
print(take(3, count(5, 2)), list(chunk('abcdefg', 3)), list(window(range(5), 3)), list(groupby('aabccc')), product('ab', [1, 2]), list(accumulate([1, 2, 3, 4])), list(accumulate([3, 1, 4], max)), list(accumulate([])), list(interleave('abc', [1], 'xy')))

# Ranges take ints of any size: only len() needs one that fits.
def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


r = range(10**20)
attempt(lambda: (r, bool(r), r[10**19], r[-1], r[5:10**19:3], r[::-1], r[::2**70], r[-3:]))
attempt(lambda: len(r))
attempt(lambda: r[10**21])
attempt(lambda: (10**19 in r, -1 in r, 1.0 in r, r.count(5), r.count(-5), r.index(10**18)))
attempt(lambda: r.index(10**20))
attempt(lambda: (r.start, r.stop, r.step, next(iter(r)), next(reversed(r)), iter(r).__length_hint__()))
attempt(lambda: (r == range(10**20), r != range(5), hash(r) == hash(range(10**20)), {r: 1}))
attempt(lambda: (range(0, 5, 10**20) == range(0, 1), list(range(0, 5, 10**20)), list(range(0, -5, -(10**20)))))
attempt(lambda: [a for a, _ in zip(range(10**20, 10**21, 10**20), range(20))])
attempt(lambda: (range(-2**63, 2**63), range(2**63 - 1, 2**64, 2**62), list(range(2**64, 2**64 + 3)), sum(range(2**64, 2**64 + 3))))
attempt(lambda: len(range(-2**63, 2**63)))
attempt(lambda: (len(range(2**63 - 1)), range(2**63 - 1)[-1], range(-2**63, 2**63 - 1)[0]))
for i in range(2**63 - 2, 2**63 + 2):
    print(i)
attempt(lambda: list(reversed(range(2**63 - 2, 2**63 + 2))))
attempt(lambda: (max(range(10**30, 10**30 + 5)), min(range(10**30, 10**30 + 5)), sorted(range(10**30 + 2, 10**30, -1))))
attempt(lambda: (range(0, 10, 3)[:: 2**62], range(10)[2**70 :], range(10)[: -(2**70)], range(5)[::-1], range(1, 20, 4)[1:9:2]))
attempt(lambda: range(0, 10**20, 0))
attempt(lambda: range(10**20)["a"])
attempt(lambda: range(10**20, 1.5))
attempt(lambda: (1 + 0j in range(3), "a" in range(3), None in range(3), True in range(3), range(3).index(True)))
attempt(lambda: next(n for n in range(10**25, 10**26) if n % 97 == 0 and n % 89 == 3))
match range(10**20):
    case [*_] if False:
        print("never")
    case range(start=0, stop=stop):
        print("stop", stop)

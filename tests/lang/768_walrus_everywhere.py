import re
data = ["x=1", "bad", "y=22", "z=x"]
print([(m[1], int(m[2])) for s in data if (m := re.fullmatch(r"(\w)=(\d+)", s))], m)
if (n := len(data)) > 3: print("long", n)
while (item := data.pop()) != "bad": print("popped", item)
print(item, data, (a := 1, b := a + 1), a + b, [c := 5, c ** 2], {(k := "key"): (v := 3)}, k, v)
def f(x, y=(d := 9)): return x + y + d
print(f(1), f(z := 2) if (z := 3) else 0, z, f"{(w := 4)} {w:>3} {(u := w * 2)=}")
print(any((hit := x) > 3 for x in [1, 5, 2]), hit, all((last := x) < 3 for x in [1, 5, 2]), last)
total = 0
print([total := total + x for x in range(5)], total, max((best := x * x) for x in [3, -4]), best)
def outer():
    t = 0
    def inner():
        nonlocal t
        return [t := t + i for i in range(4)]
    return inner(), t
print(outer())
lines = iter(["a", "b", "", "c"])
while line := next(lines, None): print("line", line)
x = (y := 5) if True else 0; print(x, y, (lambda: (q := 7) + q)(), [i for i in range(9) if (h := i % 3) == 1 and h], h)
assert (p := 3) == 3; del (p); print("p" in globals(), (r := [1, 2, 3])[(i := 1)], r[i:(j := 3)], j, not (s := ""), repr(s))
d = {}; d[(key := "a")] = (val := [1]); val.append(2); print(d, key); print((lambda e=(g := 3): e)(), g, -(o := 2), o, (yes := True) and (no := False), yes, no)
match (subject := [1, 2]):
    case [first, *_] if (second := subject[1]) > 1: print(first, second)

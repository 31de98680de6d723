rows = [("params", 124_439_808), ("flops", 2.51e15), ("loss", 3.14159), ("acc", 0.8765), ("lr", 3e-4), ("zero", 0), ("neg", -12.5), ("inf", float("inf")), ("big", 10 ** 22)]
for k, v in rows:
    print(f"{k:<8}{v:>28,}{v:>16.4g}{v:>14.2e}" + (f"{v:>12.1%}" if abs(v) < 2 else " " * 12))
def human(n, base=1000, units=("", "K", "M", "B", "T")):
    i = 0
    while abs(n) >= base and i < len(units) - 1: n /= base; i += 1
    return f"{n:.1f}{units[i]}".replace(".0", "") if i else str(n)
def duration(s):
    m, s = divmod(s, 60); h, m = divmod(int(m), 60); d, h = divmod(h, 24)
    return " ".join(f"{v}{u}" for v, u in ((d, "d"), (h, "h"), (m, "m")) if v) + (f" {s:.1f}s" if s else "") or "0s"
print([human(n) for n in (0, 999, 1000, 1536, 124439808, 7e9, 1.2e15)], [human(n, 1024, ("B", "KiB", "MiB", "GiB")) for n in (512, 2048, 5 * 2 ** 20, 3 * 2 ** 30)], [duration(s) for s in (0, 5.25, 65, 3600, 90061.5)])
def sci(x, digits=3):
    m, e = f"{x:.{digits}e}".split("e"); return f"{m}×10^{int(e)}"
print(sci(299792458), sci(6.626e-34, 1), sci(0), [f"{x:g}" for x in (1e5, 1e6, 1e-4, 1e-5, 123456, 1234567, 0.1 + 0.2)], [f"{x:.3g}" for x in (1234, 0.00012345, 99999, 1.0)], [f"{x:#.3g}" for x in (1.0, 100.0, 1234567.0)])
def align(xs, places=2):
    text = [f"{x:.{places}f}" for x in xs]; w = max(map(len, text)); return [t.rjust(w) for t in text]
print(*align([1, -22.5, 333.333, 0.005]), sep="\n")
def spark(xs): lo, hi = min(xs), max(xs); return "".join("▁▂▃▄▅▆▇█"[int((x - lo) / (hi - lo or 1) * 7)] for x in xs)
print(spark([1, 5, 22, 13, 53]), spark([3, 3]), spark(range(8)))
hist = {"a": 3, "bb": 10, "ccc": 7}; top = max(hist.values())
for k, v in sorted(hist.items(), key=lambda kv: -kv[1]): print(f"{k:>4} {'█' * round(20 * v / top):<20} {v:>3} ({v / sum(hist.values()):5.1%})")
table = [["name", "n", "mean"], ["alpha", 3, 1.5], ["b", 1000, -0.25]]
cols = [max(len(str(r[i])) for r in table) for i in range(3)]
for i, r in enumerate(table):
    print(" | ".join(f"{c:<{w}}" if isinstance(c, str) else f"{c:>{w}}" for c, w in zip(r, cols)))
    if i == 0: print("-+-".join("-" * w for w in cols))
print("%-10s|%8.3f|%+05d|%x|%c|%5.1f%%" % ("left", 3.14159, 7, 255, "z", 12.345), "%s %r %a" % ("é", "é", "é"), "%(n)03d-%(s).2s" % {"n": 7, "s": "abc"}, "{:>8}|{:<8}|{:^8}".format("r", "l", "c"), "{0:.{1}f} {2!r:>5}".format(2.71828, 2, "q"), "{a}-{b[0]}-{c.real}".format(a=1, b=[2], c=3 + 4j))
print(round(2.675, 2), round(1234.5), round(-0.5), round(1.5), f"{2.675:.2f} {0.5:.0f} {1.5:.0f} {2.5:.0f}", round(12345, -2), f"{1e16:f}", f"{123456789.987654321:.3f}", f"{0.1:.20f}", f"{1/3:.17g}", str(1/3), repr(0.1 + 0.2), 1e16, 123456789012345678, 1.0, 1e-7, 12e4)

rows = [("embed", 38_597_376, 0.0123, None), ("attn", 28_311_552, -1.5, "q,k,v"), ("mlp", 56_623_104, 123.456789, "up/down"), ("norm", 38_400, 1e-9, ""), ("head", 0, float("nan"), "tied")]
print(f"{'name':<10}|{'params':>12}|{'share':>8}|{'norm':>12}|{'note':^9}|")
print("-" * 10, "-" * 12, "-" * 8, "-" * 12, "-" * 9, sep="+", end="+\n")
total = sum(r[1] for r in rows)
for name, params, norm, note in rows:
    print(f"{name:<10}|{params:>12,}|{params / total:>8.2%}|{norm:>12.4g}|{note or '-':^9}|")
print(f"{'total':.<10}|{total:_>12_}|{1:>8.0%}|{sum(r[2] for r in rows if r[2] == r[2]):>+12.3e}|{len(rows):^9d}|")
for n in (0, 999, 1000, 1536, 1_000_000, 123456789, 10**12):
    for unit in ("", "K", "M", "G", "T"):
        if n < 1000: break
        n /= 1000
    print(f"{n:.1f}{unit}" if unit else f"{n}", end=" ")
print()
print("%-10s|%5d|%05d|%+d|%x|%X|%#o|%e|%.3g|%c|%r|%%|%10.2f|%-8.3s|" % ("left", 42, 42, 42, 255, 255, 8, 12345.678, 0.00012345, "z", "q", 3.14159, "truncate"))
print("%(a)s-%(b)05.1f-%(a)r" % {"a": "x", "b": 2.25}, "%s" % (1,), "%s %s" % ("a", [1]), "%*d|%-*d|%.*f" % (5, 1, 5, 2, 2, 3.14159), "%5s%%" % 50, "%s" % None, "%d" % 3.99, "%i" % True, "%u" % 7, "%a" % "é", "%o" % 8, "%G" % 1e-10, "%#x" % 255, "% d" % 5, "%c%c" % (65, "B"))
def bar(v, width=20, full="█", empty="·"): k = round(v * width); return full * k + empty * (width - k)
for label, v in {"loss": .25, "acc": .5, "f1": 1 / 3, "all": 1, "none": 0}.items(): print(f"{label:>5} {bar(v)} {v:6.1%}")
data = [[1, 22, 333], [4444, 5, 66], [7, 8888888, 9]]
w = [max(len(f"{x:,}") for x in col) for col in zip(*data)]
print("\n".join("  ".join(f"{x:>{n},}" for x, n in zip(r, w)) for r in data))
print(*(f"{x!s:^7}" for x in (None, True, 1.0, "s", [1], (2,), {3})), sep="|")
print("\n".join(f"{i:>2} x {j:<2}= {i * j:03d}" for i in (2, 12) for j in (1, 10)))
print("{:<{w}}|{:>{w}}|{:^{w}}".format("a", "b", "c", w=7), "{0:{1}{2}}".format(5, ">", 4), "{:{f}^{w}.{p}f}".format(2.5, f="~", w=9, p=1), "{a[1]} {b.real} {c!r:>5}".format(a=[1, 2], b=3j, c="x"))
print("tab\tsep", "nl\\n", r"raw\n", 'q"q', "q'q", "both'\"", repr("both'\""), repr("\t\x00\x7f\xa0é\u200b😀\ud800"))
print("a" "b" f"{1}" 'c' f'{2}' r"\d", "-" * 3 + ">" * 2, "x".join("abc"), sep=" / ")
print("abc".center(9, "*"), "abc".ljust(6, ".") + "|", "abc".rjust(6) + "|", "42".zfill(5), "-42".zfill(5), "+x".zfill(4), "a\tb".expandtabs(4), "ab".center(5), "abc".center(2))
print(str(1e16), str(1e15), 1e22, 1e-5, 0.0001, 123456789012345680.0, 5e-324, 1.7976931348623157e308, -0.0, 100.0, 1e2, 2**0.5, 1/3, 1e100, 0.1 + 0.2, 3.0 * 1.1)
print(1_000, 0xff, 0o17, 0b1011, 1e3, 1_0.5_0, 0xDEAD_BEEF, 10 ** 20, -5 // 2, -5 % 3, 5 % -3, divmod(-7, 2), 7 // 2.0, -7.5 % 2, 2 ** -2, (-2) ** 3, 10 ** -1)

rows = [("gpt2", 12, 768, 124.4), ("gpt2-medium", 24, 1024, 354.8), ("llama-7b", 32, 4096, 6738.4)]
header = ("model", "layers", "width", "params (M)")
widths = [max(len(str(r[i])) for r in rows + [header]) for i in range(4)]
line = "+".join("-" * (w + 2) for w in widths)
print(" | ".join(h.ljust(w) for h, w in zip(header, widths)))
print(line)
for r in rows:
    print(" | ".join(f"{v:<{w}}" if isinstance(v, str) else f"{v:>{w}}" for v, w in zip(r, widths)))
print(f"{'total':<12}{sum(r[3] for r in rows):>12,.1f}")
for i, (name, *_, p) in enumerate(rows):
    bar = "█" * round(p / 6738.4 * 20)
    print(f"{i}. {name:.<15}{p:>9.2f} {bar or '▏'}")
matrix = [[1.5, -2.25, 3], [0.001, 100, -0.5]]
print("\n".join(" ".join(f"{x:8.3f}" for x in row) for row in matrix))
print("[" + ", ".join(f"{x:+.2e}" for x in matrix[0]) + "]")
print("%-10s|%8s|%8s" % ("name", "min", "max"))
for name, values in (("a", [1, 2, 3]), ("b", [0.5, 2.5])):
    print("%-10s|%8.2f|%8.2f" % (name, min(values), max(values)))
print("=" * 30, "\n", "Title".center(30, "~"), sep="")
print(*("{:>3}:{:<5}".format(i, w) for i, w in enumerate("the cat sat".split())), sep="")

name, n, x = "gpt2", 12, 3.14159
print(f"{name} has {n} layers", f"{n * 2 + 1}", f"{name.upper()!r}", f"{x:.2f}", f"{x:10.3f}|{x:<10.3f}|{x:^10.3f}|{x:+.1f}")
print(f"{n=}", f"{x = :.1f}", f"{name=!s}", f"{n+1=}", f"{ n = }")
print(f"{'a' if n > 10 else 'b'}", f"{[i for i in range(3)]}", f"{ {'a': 1}['a'] }", f"{(lambda v: v * 2)(4)}", f"{{literal}} {{{n}}}")
width, prec = 8, 2
print(f"{x:{width}.{prec}f}|{name:>{width}}|{name:*^{width + 4}}|{n:0{width}d}|")
print(f"{n!r:>5}|{name!r:>10}|{None!s:>6}|{'é'!a}")
print(f"a" "b" f"{n}" 'c', f"""multi
{n}
line""", f'{"nested"}', f"{f'{n}'}")
print(f"{1_000_000:,} {1234.5678:,.2f} {0.1234:.1%} {255:x} {255:#b} {1e10:g} {1e-5} {float('inf')} {True} {True:d} {None}")
print(f"{x!r} {x!s} {x:}", f"{3!r:^3}", f"{'':>3}|", f"{'abc':.2}", f"{'abc':5.1}|")
import math
print(f"{math.pi:.3f} {math.sqrt(2):.4f}", f"{len('abc')}{'!' * 3}", rf"\d{n}")
print(f"{'%s' % 'q'} {'{}'.format(1)} {n:>{len(name)}}")
for label, value in (("loss", 0.12345), ("acc", 0.98765), ("lr", 1e-4)):
    print(f"{label:<6}{value:>10.4f}{value:>12.2e}")

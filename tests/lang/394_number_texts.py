"""Numbers as text: format, %, repr, round."""
values = [0, 1, -1, 12345.678, 0.1, 1e16, 1e-5, -2.5, 1 / 3, 1e22, 123456789.123456789, float("inf"), float("nan"), 5e-324]
for v in map(float, values):
    print(repr(v), f"{v:.3f} {v:.2e} {v:g} {v:,.2f} {v:+.1f} {v:10.3f}| {v:<10.2g}| {v:^12.4}| {v:010.2f} {v:%} {v:.0f} {v:#.3g} {v!s:>8} {v:_.1f} {v: .1f}")
for n in (0, 5, -42, 1234567, 2**70, True):
    print(n, f"{n:d} {n:b} {n:o} {n:x} {n:X} {n:#b} {n:#x} {n:,} {n:_} {n:_b} {n:+} {n:08d} {n:>6} {n:<6}| {n:^7}| {n:*^9} {n:e} {n:.1f} {n:=+8}")
print("%d %i %5d %-5d| %05d %+d %x %X %o %#x %e %.2f %g %s %r %c %%" % (1, 2.9, 3, 4, 5, 6, 255, 255, 8, 255, 1234.5, 2.345, 1e-7, "s", "r", "c"))
print("%(a)s %(b).1f %(a)5s" % {"a": "x", "b": 2.25}, "%s" % (1,), "%s" % [1], "%*d" % (5, 3), "%.*f" % (2, 1.005), "%c" % 65, "%5.1f%%" % 99.55)
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234.5678, -2), round(1e300, 2), round(5, -1), round(15, -1), round(0.5), round(1.5), round(2.345, 2))
print(format(3.14159, ".2f"), format(42, "b"), format("s", ">4"), format(1 + 2j, ".1f"), format(True), format(None), format(1e10, ","), format(-5, "05"), format(12, "c") == "\x0c", format(0.00001, "g"), format(1e6, "g"))
for spec, value in (("d", 1.5), ("s", 1), ("x", 1.5), (",", "s"), (".2d", 3), ("c", -1), ("q", 1), ("=5", "s"), ("_,", 5), (".f", 1.5), ("5.", 1), ("#c", 5), ("+c", 5), ("z", 5)):
    try:
        print(repr(format(value, spec)))
    except Exception as e:
        print(spec, type(e).__name__, e)
print(int("0x1f", 16), int("0b101", 0), int("-0o17", 0), int(" 42 "), int("1_000"), float("1e3"), float(" -inf "), float("1_0.5"), hex(-255), oct(8), bin(-5), (255).to_bytes(2, "big"), (1.5).hex(), float.fromhex("0x1.8p+1"), (0.75).as_integer_ratio())
print(0.1 + 0.2, 1e15 + 0.3, 100 * 1.1, 3 * 0.1, 1e16 + 1, 2**0.5, 10**-3, 7 / 3, -7 // 2, -7 % 3, 7 % -3, 1e308 * 10, divmod(-7, 2), 0.1.is_integer(), (2.0).is_integer())

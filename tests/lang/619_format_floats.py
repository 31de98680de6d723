values = (0.0, -0.0, 1.0, 3.14159265, -2.5, 1234567.891, 1e-7, 1e22, 0.1 + 0.2, float("inf"), float("-inf"), float("nan"))
for spec in ("", ".0f", ".2f", ".3e", "g", ".3g", "G", "E", "F", "%", ".1%", "10.2f", "<10.1f", "^10.1f", "+.1f", " .1f", "010.2f", ",", ",.2f", "_.1f", "#.0f", "#.3g", ".3", ".10", ".1", "z.0f", "=+10.1f", "*>10", "n"):
    print(f"{spec:>8}", *[format(v, spec) for v in values], sep="|")
for spec in ("d", "x", "s", "c", ".f", ".2x", "b", ",n"):
    try:
        print(spec, format(1.5, spec))
    except ValueError as e:
        print(spec, e)
print([f"{x:.0f}" for x in (0.5, 1.5, 2.5, -0.5)], [f"{x:.2f}" for x in (2.675, 1.005, 0.125, 0.375)], f"{1e100:.0f}", f"{123456789:.3g}", f"{0.00001234:g}")

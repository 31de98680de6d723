for spec in ("", "d", "5", "<5", ">5", "^5", "05", "+", " ", "-", "+05", "x", "X", "#x", "#X", "o", "#o", "b", "#b", "08b", "#010x", ",", "_", "12,", "012,", "_x", "_b", "e", ".2f", "%", "g", "c", "n", "*^9", "=+8", "0=8", "x<6", "+,", "z.1f", "#,.0f"):
    for v in (65, -1234):
        try:
            print(f"{spec!r:>10} {v:>6} -> {format(v, spec)!r}")
        except (ValueError, OverflowError) as e:
            print(f"{spec!r:>10} {v:>6} {type(e).__name__}: {e}")
for spec in (".2", ".2d", "s", "q", "z", "zd", ",x", ",_", "_,", ",,", "5.", "abc", "+c", "#c", ",c", "1000000000000000000000d", "é", ".", "<<5d", "!"):
    try:
        print(spec, format(5, spec))
    except ValueError as e:
        print(spec, e)
print(format(10 ** 30, ","), format(-(10 ** 20), "+_"), format(2 ** 100, "x"), format(2 ** 70, "e"), format(10 ** 25, ".3f"), format(True, "d"), format(True), format(False, ">5"))

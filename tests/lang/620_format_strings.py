for spec in ("", "s", "10", "<10", ">10", "^10", "*^11", ".2", "10.3", "é>6", "05", "0<5", "<05"):
    print(f"{spec!r:>8}|{format('abcd', spec)}|{format('日本', spec)}|")
for spec in ("d", "+", " ", "=10", ",", "_s", "#", "x", "0=5", "z", "+s", ".2d", "q10", "=", ".s"):
    try:
        print(spec, format("abc", spec))
    except ValueError as e:
        print(spec, e)
for v in (None, [1], (1,), {}, b"x", object, range(3), 1 + 2j):
    try:
        print(format(v) == str(v), format(v, "") == str(v), format(v, ">5"))
    except TypeError as e:
        print(e)
try:
    format("a", 5)
except TypeError as e:
    print(e)
print(format(1 + 2j, ".2f"), format(1.5 - 2j, "+.1e"), f"{1j:g}", f"{2 + 3j}", format(3 + 4j, ">12"), f"{1+2j:.3}")

print("{} {}".format(1, 2), "{0} {1} {0}".format("a", "b"), "{a} {b}".format(a=1, b=2), "{} {x}".format(1, x=2))
print("{0[1]} {0[0]}".format([1, 2]), "{d[key]}".format(d={"key": "v"}), "{c.real} {c.imag}".format(c=1 + 2j), "{0[a][1]}".format({"a": [1, 2]}))
print("{!r} {!s} {!a}".format("é", "é", "é"), "{:>5}|{:<5}|{:^5}".format("a", "b", "c"), "{:{}}|{:{w}}".format("a", 4, "b", w=3), "{:{fill}{align}{width}}".format("x", fill="*", align="^", width=7))
print("{{}} {{{}}}".format(1), "{:,} {:_} {:.2f} {:e} {:%}".format(1234567, 1234567, 3.14159, 12345.678, 0.25))
print("{0:.{1}f}".format(3.14159, 3), "{:+d} {:+d} {: d} {:05d} {:x} {:#x} {:b} {:o} {:c}".format(5, -5, 5, 42, 255, 255, 5, 8, 65))
for template, args in (("{}", ()), ("{1}", (1,)), ("{a}", ()), ("{", ()), ("}", ()), ("{0} {}", (1, 2)), ("{} {0}", (1, 2)), ("{!x}", (1,)), ("{:d}", ("a",)), ("{0.x}", (1,)), ("{0[a]}", ([1],)), ("{0[5]}", ([1],)), ("{:", (1,)), ("{!", (1,)), ("{!r:", (1,)), ("{0[}", (1,)), ("{a.}", (1,)), ("{:{:{}}}", (1, 2, 3))):
    try:
        print(template.format(*args))
    except Exception as e:
        print(template, type(e).__name__, e)
class P:
    x = 3
    def __format__(self, spec):
        return f"P<{spec}>"
print("{0.x} {0:abc} {0}".format(P()), format(P(), "z"), f"{P():q}")
print("{a} {b}".format_map({"a": 1, "b": 2}))
class Default(dict):
    def __missing__(self, key):
        return f"<{key}>"
print("{a} {b}".format_map(Default(a=1)))
print("{} {} {}".format(*"abc"), "{x}{y}".format(**{"x": 1, "y": 2}))

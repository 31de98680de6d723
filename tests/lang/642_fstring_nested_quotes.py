d = {"a": 1, "b": {"c": [10, 20]}}
items = ["x", "y"]
print(f"{d['a']} {d['b']['c'][1]} {items[0]!r} {', '.join(items)}")
print(f'{d["a"]}', f"""{d["a"]} {d['b']}""", f"{d.get('zz', 'none')}", f"{'yes' if 'a' in d else 'no'}")
print(f"{'{'}{d['a']}{'}'} {{{d['a']}}} {{}} {{{{}}}}", f"{{{'x'}}}")
x, w, p = 3.14159265, 12, 4
print(f"{x:{w}.{p}}|{x:{'>'}{w}.{p}f}|{x:{'*^' + str(w)}}|{x!s:{w}}|{x!r:.6}")
print(f"{x=:.2f} {x=!r:>12} {w=:04d} {d['a']=} {x*2=:.1f} {len(items)=}")
print(f"{ x = }", f"{x  =}", f"{x= :.1f}", f"{'a'=}", f"{(1, 2)=}", f"{[i for i in items]=}")
print(f"{lambda_ if False else 'ok'}" if (lambda_ := 1) else "", f"{(lambda n: n + 1)(2)}", f"{(y := 5)}", y, f"{w!r:^6}|")
print(f"{x:.2f}" f"{w}" "lit{}" f"{p}", f"a{x:.0f}b{w:>5}c", f"{x:%}", f"{w:,}", f"{10**6:_}")
print(f"line one {x:.1f}"
      f" line two {w}")
print(f"""{
    x:.3f} and {
    w}""")
print(f"{1, 2}", f"{[1, 2]}", f"{ {1: 2} }", f"{not True}", f"{1 if w else 2}", f"{x > 3}", f"{w // 5 % 2}", f"{-w}", f"{~w}", f"{w == 12}", f"{w != 3}", f"{w >= 3}")
fmt = "{:>{w}}|{:<{w}}"
print(fmt.format("a", "b", w=5), "{0:{1}}".format("z", "^5"), rf"\d+{w}\n", fr"{x:.1f}\t", F"{w}", Rf"\{w}")
from datetime import date
class Temp:
    def __init__(self, c):
        self.c = c
    def __format__(self, spec):
        if spec.endswith("F"):
            return format(self.c * 9 / 5 + 32, spec[:-1] + "f") + "°F"
        return format(self.c, spec or ".1f") + "°C"
print(f"{Temp(21.5)} {Temp(21.5):.2F} {Temp(100):6.0f}|", "{:.1F}".format(Temp(0)), format(Temp(-40), ".0F"))
name = "é日"
print(f"{name:*^10}|{name:>5}|{name!a}|{name!r:>8}|{name[0]}{name[1]}", f"ключ={name}")

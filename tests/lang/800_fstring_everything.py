import datetime, decimal
name, n, x, d, l = "Ada", 42, 3.14159, {"k": "v", 1: [2]}, [1, 2]
print(f"{name}", f"{name!r}", f"{name!s:>6}|", f"{n:05d}", f"{x:.2f}", f"{d['k']}", f"{d[1][0]}", f"{l[-1]}", f"{n + 1}", f"{n if n > 1 else 0}", f"{{}}", f"{{{n}}}", f"{name.upper()}", f"{name[0]}", f"{len(l)}", f"{[i * 2 for i in l]}", f"{(lambda v: v + 1)(2)}", f"{ {'a': 1}['a'] }", f"{n:{10}}|", f"{n:<{n // 8}}|", f"{x:{8}.{3}}|", f"{x:{'>'}{10}}|", f"{n!r:^7}|", f"{'a' 'b'}", f"{n=}", f"{n = }", f"{x=:.1f}", f"{name=!s}", f"{l=}", f"{n + 1=}", f"{d=}", f"{'nested ' + f'{n}'}", f"{f'{n:>5}':*<8}", f'{"q"}', f"""{n}
{x}""", rf"\d{n}", fr"{n}\n", f"{True}", f"{None}", f"{...}", f"{n:b} {n:x} {n:o} {n:e} {n:,} {n:%}", f"{10 ** 10:,} {10 ** 10:_}", f"{-5:+d} {5:+d} {5: d}", f"{'x':*^5}", f"{'long':.2}", f"{1j}", f"{b'x'}", f"{n!a}", f"{'é'!a}", f"{datetime.date(2024, 1, 2):%d/%m/%Y}", f"{decimal.Decimal('1.10'):.1f}", f"{(1, 2)}", f"{l!r:>10}", f"{'':5}|", f"{n:d}", f"{3 > 2}", f"{not n}", f"{n,}", f"{*l,}", f"{n:}", f"{n!r:}", "a" f"{n}" "b", f"{'{'}", f"{'}'}", f"{':'}", f"{'!'}", f"{n != 3}", f"{(n:=7)}", f"{n}", f"{n:=+4}", sep="\n")
class C:
    def __format__(self, s): return f"C({s!r})"
    def __str__(self): return "str"
    def __repr__(self): return "repr"
c = C(); print(f"{c}", f"{c:abc}", f"{c!s}", f"{c!r}", f"{c!s:>5}", f"{c:{n}}", f"{c:{name}-{n}}", f"{c:%H:%M}", f"{c=}", f"{c=!s}", f"{c=:z}")
w = {"a": 1.5, "bb": 22.25}
for k, v in w.items(): print(f"{k:<4}|{v:>8.3f}|{v:<8}|{v:^8.1f}|{'#' * int(v):<25}|")
for bad in (lambda: f"{n:zz}", lambda: f"{name:d}", lambda: f"{missing}", lambda: f"{l:5}", lambda: f"{d['zz']}", lambda: f"{n:.2d}", lambda: f"{None:5}", lambda: f"{x:{'bad'}}"):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
print(f"{chr(10)!r}", f"{n}{x:.0f}{name}", f"{n}" f"{x}", f"{'%s' % n}", "{}".format(f"{n}"), f"{'{}'.format(n)}", f"{n:>{len(name) * 2}}", f"{sum(i for i in l):03}", f"{max(l, key=lambda v: -v)}", f"{d.get('zz', 'none')}", f"{'yes' if 'k' in d else 'no':>5}", f"{[*l, 3]}", f"{ {*l} }", f"{ {i: i for i in l} }")

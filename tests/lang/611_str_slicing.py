s = "attention"
print(s[0], s[-1], s[2:5], s[:3], s[6:], s[-3:], s[::2], s[::-1], s[1:8:3], s[8:1:-2], s[-2:-8:-1])
print(repr(s[5:2]), repr(s[100:]), s[-100:3], s[:100], repr(s[3:3]), s[:], s[None:None:None])
print(s[slice(1, 4)], s[slice(None, None, -1)], s[True], s[False:True])
u = "日本語テキスト😀é"
print(u[0], u[-1], u[-2], u[2:5], u[::-1], u[::3], u[5:1:-1], len(u))
for index in (9, -10, "a", 1.0, None, 10 ** 30, slice(1, 2, 0), slice("a", 2)):
    try:
        print(s[index])
    except (IndexError, TypeError, ValueError) as e:
        print(type(e).__name__, e)
try:
    s[0] = "A"
except TypeError as e:
    print(e)
try:
    del s[0]
except TypeError as e:
    print(e)
print([s[i:i + 3] for i in range(0, len(s), 3)], list(zip(s, s[1:]))[:3])
long = "é" * 200 + "x" + "日" * 200
print(long[200], long[199], long[201], long.index("x"), long[198:203], long.find("日"), long.rfind("é"))

a = bytearray(b"abc")
a.append(100)
a.extend(b"ef")
a.extend([103, 104])
a.insert(0, 64)
print(a, len(a), a[0], a[-1], a[1:4], a.pop(), a.pop(0), a)
a[0] = 65
a[1:3] = b"XYZ"
del a[-1]
print(a, a.find(b"Z"), 88 in a, b"XY" in a, a == b"AXYZdef", a == bytearray(b"A"), a + b"!", a * 2, b"!" + a)
a += b"more"
a *= 2
a.reverse()
print(a, a.upper(), a.replace(b"e", b"E"), a.split(b"f"), a.decode(), a.hex(), bytes(a[:3]), a.copy() == a)
a.remove(101)
a[::2] = b"-" * len(a[::2])
print(a)
del a[::3]
a[5:] = []
print(a, list(a))
a.clear()
print(a, bytearray(), bytearray(3), bytearray([1, 2]), bytearray("é", "utf-8"), bytearray(b"it's"), bytearray(b'"'), bool(a))
for call in (lambda: a.pop(), lambda: a.append(256), lambda: a.append("a"), lambda: a.remove(1), lambda: bytearray([300]), lambda: hash(a), lambda: a[0], lambda: a.extend("a"), lambda: a.extend(5), lambda: bytearray("a"), lambda: a.insert("a", 1), lambda: bytearray(1.5), lambda: a + 1, lambda: a["x"]):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
def put(index, value):
    x = bytearray(b"abc")
    x[index] = value
    return x
for index, value in ((0, 300), (5, 1), ("a", 1), (slice(0, 2), 5), (slice(0, 2), "a"), (slice(None, None, 2), b"abc"), (slice(0, 1), [1, 2, 3]), (slice(3, 1), b"!")):
    try:
        print(put(index, value))
    except Exception as e:
        print(type(e).__name__, e)
b = a
b += b"shared"
print(a, a is b)

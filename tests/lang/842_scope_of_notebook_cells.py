"""What a notebook's author trips over: names rebound, loops with closures, defaults, shadowed builtins."""
x = 10

def read():
    return x

def assign_later():
    try:
        return x
    except UnboundLocalError as error:
        return f"{type(error).__name__}: {error}"
    x = 1

def change():
    global x
    x += 1
    return x

print(read(), assign_later(), change(), read())

late = [lambda: i for i in range(3)]
early = [lambda i=i: i for i in range(3)]
print([f() for f in late], [f() for f in early], "i" in globals())

def append(item, to=[]):
    to.append(item)
    return to

print(append(1), append(2), append(3, []), append.__defaults__)

def counter():
    n = 0
    def up(by=1):
        nonlocal n
        n += by
        return n
    return up, lambda: n

up, show = counter()
print(up(), up(5), show(), up.__code__.co_freevars, up.__closure__[0].cell_contents)

class Probe:
    scale = 3
    table = [k for k in (scale, scale + 1)]
    try:
        bad = [scale * k for k in range(2)]
    except NameError as error:
        bad = str(error)
    def get(self):
        try:
            return scale
        except NameError as error:
            return f"{error}"

print(Probe.table, Probe.bad, Probe().get())

list_ = list
list = [1, 2]
try:
    list((3,))
except TypeError as error:
    print(error)
del list
print(list is list_, list("ab"))

for k in range(3):
    pass
print(k)
try:
    for k in []:
        pass
    print("kept", k)
    raise ValueError("gone")
except ValueError as error:
    message = str(error)
try:
    error
except NameError as e:
    print(e, "|", message)
if (n := len("notebook")) > 5:
    print(n, [last := c for c in "abc"], last)
try:
    del n, n
except NameError as e:
    print(e)

def shadow(len):
    return [len for len in range(len)], len

print(shadow(4), len("four"))
def outer():
    y = "outer"
    class Inner:
        y = y if "y" in dir() else "inner"
        z = [y for _ in range(1)]
    return Inner.y, Inner.z
try:
    print(outer())
except NameError as e:
    print(type(e).__name__, e)
a = b = []
b += [1]
c = a
c = c + [2]
print(a, b, c, a is b)
matrix = [[0] * 2] * 2
matrix[0][0] = 1
print(matrix, [row is matrix[0] for row in matrix])
t = ([],)
try:
    t[0] += [1]
except TypeError as e:
    print(e, t)

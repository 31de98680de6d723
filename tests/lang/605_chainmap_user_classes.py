from collections import ChainMap, UserDict, UserList, UserString

defaults = {"color": "red", "user": "guest"}
env = {"user": "ann"}
c = ChainMap(env, defaults)
print(c["color"], c["user"], len(c), sorted(c), c)
c["color"] = "blue"
print(env, defaults, c.maps)
child = c.new_child({"user": "temp"})
print(child["user"], child.parents == c, child.get("nope", 1), "color" in child, dict(child) == {"color": "blue", "user": "temp"})
try:
    del c["zzz"]
except KeyError as e:
    print(e)
try:
    c["missing"]
except KeyError as e:
    print(e)
print(list(ChainMap({"a": 1, "b": 2}, {"b": 3, "c": 4}).items()), ChainMap({"a": 1}) | {"b": 2})


class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)


d = Lower(A=1)
d["Bee"] = 2
d.update({"CEE": 3})
print(d, d.data, len(d), list(d), "bee" in d, d.pop("a"), d | {"Q": 1}, isinstance(d, dict))


class Stack(UserList):
    def push(self, x):
        self.append(x)


s = Stack([1])
s.push(2)
print(s, s + [3], s[0], s[-1], len(s), s == [1, 2], s * 2, type(s[0:1]).__name__, sorted(s, reverse=True), s.data)
s.extend([5, 4])
s.sort()
s.remove(1)
print(s, s.index(5), s.pop(), list(reversed(s)))


class Shout(UserString):
    def shout(self):
        return self.upper() + "!"


u = Shout("hey")
print(u, u.shout(), len(u), u + " you", u == "hey", u[0], "e" in u, u.split("e"), repr(u), type(u.upper()).__name__)

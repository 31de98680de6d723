from collections import OrderedDict


class LRU:
    def __init__(self, size):
        self.size = size
        self.data = OrderedDict()

    def get(self, key):
        if key not in self.data:
            return None
        self.data.move_to_end(key)
        return self.data[key]

    def put(self, key, value):
        if key in self.data:
            self.data.move_to_end(key)
        self.data[key] = value
        if len(self.data) > self.size:
            print("evict", self.data.popitem(last=False))


cache = LRU(2)
cache.put("a", 1)
cache.put("b", 2)
print(cache.get("a"))
cache.put("c", 3)
print(cache.get("b"), list(cache.data.items()))
o = OrderedDict([("x", 1), ("y", 2), ("z", 3)])
print(o, o == OrderedDict(y=2, x=1, z=3), o == {"z": 3, "y": 2, "x": 1})
o.move_to_end("x")
print(list(o))
o.move_to_end("z", last=False)
print(list(o), list(reversed(o)), o.popitem(), o)
try:
    o.move_to_end("nope")
except KeyError as e:
    print("KeyError", e)
try:
    OrderedDict().popitem()
except KeyError as e:
    print(e)
print(OrderedDict(), OrderedDict.fromkeys("ab", 0), o | {"k": 1}, o.copy() == o)
print([k for k in o.keys()], list(o.values()), "y" in o, o.pop("y"), o.get("y", "gone"))
class Sub(OrderedDict):
    pass
print(Sub(a=1), isinstance(Sub(), dict))
many = OrderedDict((i, i * i) for i in range(5))
while many:
    print(many.popitem(last=False), end=" ")
print()

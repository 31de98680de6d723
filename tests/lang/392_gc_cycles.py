import gc


class Node:
    alive = 0

    def __init__(self, name):
        self.name = name
        Node.alive += 1

    def __del__(self):
        Node.alive -= 1


gc.collect()
a, b = Node("a"), Node("b")
a.other, b.other = b, a
print(Node.alive)
del a, b
found = gc.collect()
print(Node.alive, found >= 2)
print(gc.isenabled(), gc.disable(), gc.isenabled(), gc.enable(), gc.isenabled(), gc.get_threshold(), len(gc.get_count()), gc.garbage)
gc.set_threshold(500, 5, 5)
print(gc.get_threshold(), gc.is_tracked([]), gc.is_tracked(1), gc.is_tracked("a"), isinstance(gc.get_objects(), list), gc.freeze(), gc.unfreeze())
gc.set_threshold(700, 10, 10)
lists = []
for _ in range(1000):
    x = []
    x.append(x)
    lists.append(len(x))
print(sum(lists), gc.collect() >= 0)
for n in (5, -1):
    try:
        gc.collect(n)
    except ValueError as e:
        print(e)
n = Node("single")
n = None
print(Node.alive)
tree = {"children": []}
tree["children"].append({"parent": tree})
del tree
print(gc.collect() > 0)

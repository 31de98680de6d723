import gc


def holder(name, log):
    try:
        me = yield
        yield me
    finally:
        log.append(name)


log = []
g = holder("a", log)
next(g)
g.send(g)
del g
gc.collect()
print(log)


class Node:
    def __init__(self, log):
        self.log = log

    def run(self):
        try:
            yield self
            yield None
        except GeneratorExit:
            self.log.append("exit")
            raise
        finally:
            self.log.append("finally")


n = Node(log)
n.it = n.run()
next(n.it)
del n
gc.collect()
print(log)


def plain():
    me = yield
    yield me


g = plain()
next(g)
g.send(g)
del g
gc.collect()


def never_started():
    try:
        yield
    finally:
        log.append("never")


cell = [never_started()]
cell.append(cell)
del cell
gc.collect()
print(log)

# A chain: the inner generator's finally runs when the outer one goes.
def inner():
    try:
        yield 1
    finally:
        log.append("inner")


def outer():
    me = yield from inner()
    yield me


o = outer()
next(o)
box = [o]
box.append(box)
del o, box
gc.collect()
print(log)

import operator as op
from functools import reduce

print(op.add(1, 2), op.sub(5, 3), op.mul("a", 3), op.truediv(7, 2), op.floordiv(7, 2), op.mod(7, 4), op.pow(2, 8), op.matmul.__name__, op.lshift(1, 4), op.rshift(16, 2), op.and_(6, 3), op.or_(6, 3), op.xor(6, 3))
print(op.lt(1, 2), op.le(2, 2), op.eq("a", "a"), op.ne(1, 2), op.gt(1, 2), op.ge(2, 2), op.neg(3), op.pos(-3), op.invert(5), op.inv(5), op.abs(-4), op.not_(0), op.truth([]), op.is_(None, None), op.is_not(1, None), op.index(True))
print(op.contains([1, 2], 2), op.concat([1], [2]), op.countOf([1, 2, 1], 1), op.indexOf("abc", "b"), op.getitem({"k": 5}, "k"), op.getitem([1, 2, 3], slice(1, None)), op.length_hint([1, 2]), op.length_hint(iter("abc")), op.length_hint(5, 9), op.call(max, 3, 4))
items = [1, 2, 3]
op.setitem(items, 0, "x")
op.delitem(items, 1)
items = op.iadd(items, [9])
print(items, op.iconcat([1], [2]), op.imul(3, 4), op.__add__(1, 1), op.__getitem__("ab", 1), op.__and__(3, 1))
people = [("bob", 30, {"z": 1}), ("al", 25, {"z": 3}), ("cy", 30, {"z": 2})]
print(sorted(people, key=op.itemgetter(1, 0)), list(map(op.itemgetter(0), people)), max(people, key=op.itemgetter(1))[0], op.itemgetter(0, -1)("xyz"), op.itemgetter(slice(2))("xyz"), op.itemgetter("k")({"k": 1}))


class P:
    def __init__(self, x, child=None):
        self.x, self.child = x, child

    def scaled(self, k, plus=0):
        return self.x * k + plus


ps = [P(3, P(10)), P(1, P(30))]
print(op.attrgetter("x")(ps[0]), op.attrgetter("x", "child.x")(ps[0]), sorted(map(op.attrgetter("child.x"), ps)), op.methodcaller("scaled", 2)(ps[0]), op.methodcaller("scaled", 2, plus=1)(ps[0]), op.methodcaller("upper")("a"))
print(op.itemgetter(1), op.itemgetter(1, "a"), op.attrgetter("a.b"), op.methodcaller("m", 1, k=2), reduce(op.mul, range(1, 6)), list(map(op.add, [1, 2], [3, 4])), sum(map(op.mul, [1, 2], [3, 4])))
OPS = {"+": op.add, "-": op.sub, "*": op.mul, "/": op.truediv}
stack = []
for token in "3 4 + 2 * 7 /".split():
    if token in OPS:
        y, x = stack.pop(), stack.pop()
        stack.append(OPS[token](x, y))
    else:
        stack.append(int(token))
print(stack)
for call in (lambda: op.index(1.5), lambda: op.indexOf([1], 2), lambda: op.attrgetter(1), lambda: op.itemgetter(), lambda: op.concat(1, 2), lambda: op.add(1), lambda: op.length_hint(3, "a"), lambda: op.methodcaller(3), lambda: op.attrgetter("y")(ps[0]), lambda: op.itemgetter(5)([1]), lambda: op.add(1, "a")):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)

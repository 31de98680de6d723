import operator as op
from operator import itemgetter, attrgetter, methodcaller

rows = [("b", 2, {"k": 1}), ("a", 3, {"k": 0}), ("c", 1, {"k": 5})]
print(sorted(rows, key=itemgetter(1)), sorted(rows, key=itemgetter(0, 1))[0], itemgetter(2, 0)("xyz"), itemgetter("k")({"k": 9}), itemgetter(slice(1))([1, 2]))


class P:
    def __init__(self, n, a):
        self.name, self.age = n, a
        self.inner = self

    def greet(self, g, end="!"):
        return f"{g} {self.name}{end}"


ps = [P("z", 1), P("y", 5)]
print([p.name for p in sorted(ps, key=attrgetter("name"))], attrgetter("inner.inner.age")(ps[1]), attrgetter("name", "age")(ps[0]), methodcaller("greet", "hi", end="?")(ps[0]))
print(op.add(1, 2), op.mul("a", 3), op.truediv(7, 2), op.floordiv(7, 2), op.mod(7, 3), op.pow(2, 8), op.neg(5), op.not_(0), op.and_(6, 3), op.or_(6, 3), op.xor(6, 3), op.lshift(1, 4), op.invert(5))
print(op.eq(1, 1), op.lt(1, 2), op.ge(2, 2), op.is_(None, None), op.contains([1, 2], 2), op.concat([1], [2]), op.countOf([1, 2, 1], 1), op.indexOf([5, 6], 6), op.getitem({"a": 1}, "a"), op.length_hint([1, 2]), op.truth([]), op.index(5), op.abs(-3))
l = [1, 2, 3]
op.setitem(l, 0, 10)
op.delitem(l, 1)
print(l, op.iadd([1], [2]), op.matmul.__name__)
for f in (lambda: itemgetter(5)([1]), lambda: attrgetter("nope")(5), lambda: op.add(1, "a"), lambda: op.index(1.5), lambda: op.indexOf([1], 9), lambda: methodcaller("zip")(5)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
ops = {"+": op.add, "-": op.sub, "*": op.mul, "/": op.truediv}
def rpn(expr):
    st = []
    for tok in expr.split():
        if tok in ops:
            b, a = st.pop(), st.pop()
            st.append(ops[tok](a, b))
        else:
            st.append(float(tok))
    return st[0]
print(rpn("3 4 + 2 * 7 /"), list(map(op.mul, [1, 2], [3, 4])), max(rows, key=itemgetter(1))[0])

import copy

a = [1, [2, 3], {"k": [4]}]
b, c = copy.copy(a), copy.deepcopy(a)
a[1].append(99)
a[2]["k"].append(5)
print(b, c, b[1] is a[1], c[1] is a[1])
shared = [0]
x = {"p": shared, "q": shared}
y = copy.deepcopy(x)
y["p"].append(1)
print(y, x, y["p"] is y["q"])
loop = [1]
loop.append(loop)
l2 = copy.deepcopy(loop)
print(l2[1] is l2, l2 is not loop)


class Node:
    def __init__(self, v):
        self.v, self.next = v, None


n = Node(1)
n.next = Node(2)
n.next.next = n
m = copy.deepcopy(n)
print(m.v, m.next.v, m.next.next is m, m is not n)


class Custom:
    def __init__(self, data):
        self.data = data

    def __copy__(self):
        print("__copy__")
        return Custom(self.data)

    def __deepcopy__(self, memo):
        print("__deepcopy__")
        return Custom(copy.deepcopy(self.data, memo))


cu = Custom([1])
print(copy.copy(cu).data is cu.data, copy.deepcopy(cu).data is cu.data)


class Slots:
    __slots__ = ("a", "b")


s = Slots()
s.a = [1]
t = copy.deepcopy(s)
print(t.a, t.a is s.a, hasattr(t, "b"))


class MyList(list):
    pass


ml = MyList([1, [2]])
ml.tag = "x"
mc = copy.deepcopy(ml)
print(mc, type(mc).__name__, mc.tag, mc[1] is ml[1])
print(copy.deepcopy((1, [2])), copy.copy((1, 2)), copy.copy("s"), copy.deepcopy({1, 2}), copy.copy({"a": 1}), copy.deepcopy(None), copy.copy(3.5))
t1 = (1, 2, (3,))
print(copy.deepcopy(t1) is t1, copy.copy(print) is print, copy.deepcopy(len) is len, copy.copy(Node) is Node)
memo = {}
copy.deepcopy([1, 2], memo)
print(len(memo) > 0)


class State:
    def __init__(self):
        self.a, self.cache = 1, "big"

    def __getstate__(self):
        return {"a": self.a}

    def __setstate__(self, d):
        self.__dict__.update(d, cache=None)


st = copy.copy(State())
print(st.a, st.cache)
e = copy.copy(ValueError("msg", 2))
print(repr(e), e.args)
try:
    copy.deepcopy(x for x in [1])
except TypeError as err:
    print(err)
f = copy.deepcopy(lambda v: v + 1)
print(f(1))
big = [[i] * 3 for i in range(3)]
big2 = copy.deepcopy(big)
big2[0][0] = "changed"
print(big[0], big2[0], [1, 2] == copy.copy([1, 2]))
class Bound:
    def m(self): return self
bm = copy.deepcopy(Bound().m)
print(type(bm()).__name__, copy.deepcopy(range(3)), copy.deepcopy(slice(1, 2)), copy.deepcopy(b"b"), copy.deepcopy(True))

class Node:
    __slots__ = ("value", "next")
    def __init__(self, value, next=None): self.value, self.next = value, next
class Linked:
    def __init__(self, it=()):
        self.head, self.n = None, 0
        for x in reversed(list(it)): self.push(x)
    def push(self, x): self.head = Node(x, self.head); self.n += 1
    def __iter__(self):
        node = self.head
        while node: yield node.value; node = node.next
    def __len__(self): return self.n
    def __getitem__(self, i):
        if isinstance(i, slice): return Linked(list(self)[i])
        if i < 0: i += self.n
        for k, v in enumerate(self):
            if k == i: return v
        raise IndexError(f"index {i} of {self.n}")
    def __reversed__(self):
        out = Linked()
        for x in self: out.push(x)
        return iter(out)
    def __contains__(self, x): return any(v is x or v == x for v in self)
    def __eq__(self, o): return list(self) == list(o) if isinstance(o, Linked) else NotImplemented
    def __add__(self, o): return Linked([*self, *o])
    def __repr__(self): return " -> ".join(map(repr, self)) or "(empty)"
    def __bool__(self): return self.head is not None
    def reverse(self):
        prev, node = None, self.head
        while node: node.next, prev, node = prev, node, node.next
        self.head = prev
        return self
l = Linked("abcd")
print(l, len(l), l[1], l[-1], l[1:3], list(reversed(l)), "c" in l, "z" in l, l == Linked("abcd"), l != Linked("ab"), l + [1], bool(Linked()), Linked(), l.reverse(), sorted(l), max(l), *l)
try: l[9]
except IndexError as e: print(e)
a, *rest = l; print(a, rest)
class BST:
    def __init__(self): self.root = None
    def insert(self, k):
        def go(t): return [k, None, None] if t is None else (t.__setitem__(1, go(t[1])) if k < t[0] else t.__setitem__(2, go(t[2])) if k > t[0] else None) or t
        self.root = go(self.root); return self
    def __iter__(self):
        def walk(t):
            if t: yield from walk(t[1]); yield t[0]; yield from walk(t[2])
        return walk(self.root)
    @property
    def height(self):
        def h(t): return 0 if t is None else 1 + max(h(t[1]), h(t[2]))
        return h(self.root)
    def levels(self):
        level = [self.root] if self.root else []
        while level:
            yield [t[0] for t in level]
            level = [c for t in level for c in t[1:] if c]
t = BST()
for k in [50, 30, 70, 20, 40, 60, 80, 30]: t.insert(k)
print(list(t), t.height, list(t.levels()), 60 in t, 65 in t)
class LRU:
    def __init__(self, n): self.n, self.d = n, {}
    def get(self, k):
        if k not in self.d: return None
        self.d[k] = self.d.pop(k); return self.d[k]
    def put(self, k, v):
        self.d.pop(k, None); self.d[k] = v
        if len(self.d) > self.n: del self.d[next(iter(self.d))]
c = LRU(2); c.put(1, "a"); c.put(2, "b"); c.get(1); c.put(3, "c"); print(c.d, c.get(2))
class Trie(dict):
    def add(self, w):
        node = self
        for ch in w: node = node.setdefault(ch, Trie())
        node["$"] = True
    def words(self, prefix=""):
        for k in sorted(self):
            if k == "$": yield prefix
            else: yield from self[k].words(prefix + k)
    def find(self, p):
        node = self
        for ch in p:
            if ch not in node: return []
            node = node[ch]
        return list(node.words(p))
tr = Trie()
for w in "car cart care cat dog do".split(): tr.add(w)
print(list(tr.words()), tr.find("car"), tr.find("x"), len(tr))
class Matrix3(list):
    def __missing__(self, k): return 0
class Ring:
    def __init__(self, n): self.buf, self.i, self.full = [None] * n, 0, False
    def add(self, x): self.buf[self.i] = x; self.i = (self.i + 1) % len(self.buf); self.full |= self.i == 0
    def __iter__(self): yield from (self.buf[self.i:] + self.buf[:self.i] if self.full else self.buf[:self.i])
r = Ring(3); r.add(1); print(list(r)); [r.add(x) for x in (2, 3, 4)]; print(list(r))

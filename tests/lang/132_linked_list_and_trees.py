class Node:
    __slots__ = ('v', 'next')
    def __init__(self, v, next=None): self.v, self.next = v, next
class LinkedList:
    def __init__(self, it=()):
        self.head, self.n = None, 0
        for x in it: self.append(x)
    def append(self, v):
        self.n += 1
        if self.head is None: self.head = Node(v); return
        cur = self.head
        while cur.next: cur = cur.next
        cur.next = Node(v)
    def reverse(self):
        prev, cur = None, self.head
        while cur: cur.next, prev, cur = prev, cur, cur.next
        self.head = prev
        return self
    def __iter__(self):
        cur = self.head
        while cur: yield cur.v; cur = cur.next
    def __len__(self): return self.n
    def __repr__(self): return ' -> '.join(map(str, self)) or 'empty'
    def __getitem__(self, i):
        if i < 0: i += len(self)
        for k, v in enumerate(self):
            if k == i: return v
        raise IndexError(i)
l = LinkedList('abc')
print(l, len(l), l[1], l[-1], list(l.reverse()), LinkedList(), 'b' in l)
try: l[9]
except IndexError as e: print('IndexError', e)
class BST:
    def __init__(self, *vals):
        self.root = None
        for v in vals: self.add(v)
    def add(self, v):
        def go(n):
            if n is None: return [v, None, None]
            n[1 if v < n[0] else 2] = go(n[1 if v < n[0] else 2])
            return n
        self.root = go(self.root)
    def __iter__(self):
        def walk(n):
            if n: yield from walk(n[1]); yield n[0]; yield from walk(n[2])
        return walk(self.root)
    def depth(self, n='root'):
        if n == 'root': n = self.root
        return 0 if n is None else 1 + max(self.depth(n[1]), self.depth(n[2]))
    def levels(self):
        out, level = [], [self.root]
        while level:
            out.append([n[0] for n in level])
            level = [c for n in level for c in n[1:] if c]
        return out
    def __contains__(self, v):
        n = self.root
        while n and n[0] != v: n = n[1] if v < n[0] else n[2]
        return n is not None
t = BST(5, 2, 8, 1, 9, 3)
print(list(t), t.depth(), t.levels(), 8 in t, 7 in t)
class Trie:
    def __init__(self): self.kids, self.end = {}, False
    def insert(self, w):
        n = self
        for c in w: n = n.kids.setdefault(c, Trie())
        n.end = True
    def words(self, prefix=''):
        if self.end: yield prefix
        for c in sorted(self.kids): yield from self.kids[c].words(prefix + c)
    def find(self, p):
        n = self
        for c in p:
            if c not in n.kids: return []
            n = n.kids[c]
        return list(n.words(p))
tr = Trie()
for w in 'car card care cat dog do'.split(): tr.insert(w)
print(list(tr.words()), tr.find('car'), tr.find('x'))

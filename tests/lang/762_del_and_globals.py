a = b = [1, 2, 3]
del a[0]; print(b); del a; print("a" in globals(), b)
d = {"x": {"y": [1, 2]}}
del d["x"]["y"][-1], b[:1]; print(d, b)
class C: attr = 1; other = 2
c = C(); c.attr = 5; del c.attr; print(c.attr)
try: del c.attr
except AttributeError as e: print(e)
del C.other; print(hasattr(c, "other"))
x, (y, z) = 1, (2, 3); del x, (y, z)
for n in "xyz": print(n in globals(), end=" ")
print()
def f():
    v = 1
    def g(): return v
    del v
    try: return g()
    except NameError as e: return str(e)
print(f())
for bad in (lambda: undefined_thing, lambda: c.nope.deeper, lambda: [].nope, lambda: d["q"], lambda: b[9]):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
class T:
    log = []
    def __delattr__(self, n): self.log.append(n); object.__delattr__(self, n)
    def __delitem__(self, k): self.log.append(("item", k))
t = T(); t.q = 1; del t.q; del t[1], t[2:3], t["k", ...]; print(T.log)
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("gone", self.n)
o = D(1); o = D(2); del o; print("after")
def scope(): D(3); local = D(4); print("in scope")
scope()
l = [D(5), D(6)]; l.pop(); l[0] = None; print("end of list"); p = q = D(7); del p; print("still"); q = None
globals()["made"] = 42; print(made, sorted(k for k in globals() if k in ("made", "c", "C"))); del made
try: made
except NameError as e: print(e)

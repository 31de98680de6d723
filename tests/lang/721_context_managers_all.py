from contextlib import *
import sys, io
class CM:
    def __init__(self, name, swallow=False, fail=None): self.name, self.swallow, self.fail = name, swallow, fail
    def __enter__(self):
        print("enter", self.name)
        if self.fail == "enter": raise OSError("enter " + self.name)
        return self.name
    def __exit__(self, t, v, tb):
        print("exit", self.name, t and t.__name__, v, tb is not None)
        if self.fail == "exit": raise KeyError("exit " + self.name)
        return self.swallow
with CM("a") as a, CM("b") as b: print(a, b)
with (CM("x") as x, CM("y", swallow=True) as y,): raise ValueError("boo")
print("after")
for fail in ("enter", "exit"):
    try:
        with CM("o"), CM("i", fail=fail): print("body")
    except Exception as e: print(type(e).__name__, e, type(e.__context__).__name__)
try:
    with CM("c", fail="exit"): raise ValueError("first")
except KeyError as e: print(repr(e), repr(e.__context__))
def f():
    for i in range(3):
        with CM(i):
            if i == 0: continue
            if i == 1: return "ret"
print(f())
@contextmanager
def tag(n, log=[]):
    log.append(f"<{n}>")
    try: yield n.upper()
    except ZeroDivisionError as e: log.append(f"!{e}")
    finally: log.append(f"</{n}>")
    if n == "p": print(log)
with tag("h") as h: print(h)
with tag("z"): 1 / 0
with tag("p"): pass
@tag("deco")
def g(): return "g"
print(g(), g())
@contextmanager
def bad(n):
    if n == 0: return
    yield 1
    if n == 2: yield 2
for n in (0, 2):
    try:
        with bad(n): print("in")
    except RuntimeError as e: print(e)
@contextmanager
def swap():
    try: yield
    except KeyError as e: raise LookupError("swapped") from e
try:
    with swap(): {}["k"]
except LookupError as e: print(repr(e), repr(e.__cause__))
try:
    with tag("q"): raise StopIteration("s")
except StopIteration as e: print("SI", e)
with suppress(KeyError, IndexError): [][1]
with suppress(): pass
try:
    with suppress(KeyError): 1 / 0
except ZeroDivisionError: print("not suppressed")
with redirect_stdout(io.StringIO()) as out: print("hidden"); print(1, 2, sep="-")
print(repr(out.getvalue()))
class Res:
    def close(self): print("closed")
with closing(Res()) as r: print(type(r).__name__)
with nullcontext(5) as v: print(v)
with ExitStack() as st:
    names = [st.enter_context(CM(i)) for i in "12"]
    st.callback(print, "callback", sep="")
    st.push(lambda *e: print("pushed", e[0]))
    st.push(CM("p"))
    print(names)
st2 = ExitStack()
with st2:
    st2.enter_context(CM("keep"))
    moved = st2.pop_all()
print("moved"); moved.close()
try:
    with ExitStack() as s:
        s.push(lambda t, v, tb: print("outer sees", repr(v)))
        s.push(lambda t, v, tb: (_ for _ in ()).throw(OSError("replace")))
        raise ValueError("orig")
except OSError as e: print(repr(e), repr(e.__context__))
with ExitStack() as s:
    s.push(lambda *a: True); 1 / 0
print("swallowed")
for bad in (5, "x", object()):
    try:
        with bad: pass
    except TypeError as e: print(e)
class Half:
    def __enter__(self): return 1
try:
    with Half(): pass
except TypeError as e: print(e)
class Timer(ContextDecorator):
    def __enter__(self): self.on = True; return self
    def __exit__(self, *e): print("done", e[0]); return False
@Timer()
def work(): return "w"
print(work())
print(isinstance(CM(1), AbstractContextManager), issubclass(Half, AbstractContextManager))
class Tx:
    def __init__(self): self.data, self.saved = {}, []
    def __enter__(self): self.saved.append(dict(self.data)); return self.data
    def __exit__(self, t, *_):
        old = self.saved.pop()
        if t: self.data.clear(); self.data.update(old)
        return t is not None and issubclass(t, ValueError)
tx = Tx()
with tx as d:
    d["a"] = 1
    with tx: d["b"] = 2; raise ValueError
    d["c"] = 3
print(tx.data)
with CM("gen"):
    gen = (i for i in range(3)); print(list(gen))
def nested():
    with CM("g1"):
        yield 1
        yield 2
n = nested(); next(n); n.close()

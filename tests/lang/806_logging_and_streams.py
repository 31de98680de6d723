import logging, io, sys, contextlib
out = io.StringIO(); log = logging.getLogger("app.core"); log.setLevel(logging.DEBUG); log.propagate = False
h = logging.StreamHandler(out); h.setFormatter(logging.Formatter("%(levelname)-8s|%(name)s|%(message)s")); log.addHandler(h)
log.debug("d %d", 1); log.info("i %s %r", "a", "b"); log.warning("w %(k)s", {"k": 5}); log.error("e"); log.critical("c"); log.log(25, "custom")
try: 1 / 0
except ZeroDivisionError: log.exception("failed")
h.setLevel(logging.ERROR); log.warning("hidden"); log.error("shown"); log.setLevel("CRITICAL"); log.error("gone"); print([l for l in out.getvalue().splitlines() if not l.startswith(("Traceback", "  "))])
print(logging.getLevelName(20), logging.getLevelName("ERROR"), logging.getLevelName(25), log.isEnabledFor(10), log.level, log.getEffectiveLevel(), logging.getLogger("app").level, log.parent.name, logging.getLogger("app.core") is log, log.handlers == [h], log.name, repr(log), logging.root.name)
class Only(logging.Filter):
    def filter(self, r): return "keep" in r.getMessage()
o2 = io.StringIO(); l2 = logging.getLogger("two"); l2.propagate = False; h2 = logging.StreamHandler(o2); h2.addFilter(Only()); h2.setFormatter(logging.Formatter("{levelname}:{message}", style="{")); l2.addHandler(h2); l2.setLevel(10); l2.info("keep me"); l2.info("drop"); print(o2.getvalue())
class List(logging.Handler):
    def __init__(self): super().__init__(); self.rows = []
    def emit(self, r): self.rows.append((r.levelname, r.getMessage(), r.name, r.args, r.levelno, r.funcName))
lh = List(); l3 = logging.getLogger("app"); l3.addHandler(lh); l3.setLevel(logging.INFO); l3.propagate = False; c = logging.getLogger("app.child")
def work(): c.info("from %s", "child"); c.debug("no")
work(); print(lh.rows, c.handlers, c.hasHandlers()); a = logging.LoggerAdapter(c, {"run": 7}); a.info("adapted"); print(lh.rows[-1][1], logging.INFO < logging.WARNING)
s = io.StringIO("line1\nline2\n\nlast"); print(s.readline(), s.read(3), s.tell(), s.readlines(), s.read(), s.seek(0), [l.strip() for l in s], s.closed); s.seek(2); s.write("XX"); print(s.getvalue()); s.truncate(4); print(s.getvalue()); s.close()
try: s.read()
except ValueError as e: print(e)
b = io.BytesIO(b"abc"); print(b.read(1), b.read(), b.getvalue(), b.seek(0, 2), b.write(b"de"), b.getvalue()); w = io.StringIO(); print("a", 1, None, sep="|", end="!\n", file=w); w.write("x" * 3); print(repr(w.getvalue()))
with contextlib.redirect_stdout(io.StringIO()) as r: print("captured"); sys.stdout.write("raw\n")
print(repr(r.getvalue()))
class Tee:
    def __init__(self, *s): self.s = s
    def write(self, t): return [x.write(t) for x in self.s][-1]
    def flush(self): pass
t1, t2 = io.StringIO(), io.StringIO(); print("both", file=Tee(t1, t2)); print(t1.getvalue() == t2.getvalue() == "both\n", sys.stdout.write("n\n"), print() is None)
for bad in (lambda: io.StringIO(5), lambda: io.BytesIO("x"), lambda: w.write(5), lambda: b.write("x"), lambda: print("a", file=5), lambda: logging.getLogger(5), lambda: log.setLevel("NOPE"), lambda: w.seek(-1)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)

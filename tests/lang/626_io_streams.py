import io
import sys
from contextlib import redirect_stdout, redirect_stderr

s = io.StringIO()
print("hello", "world", file=s, sep="-")
s.write("more\n")
print(repr(s.getvalue()), s.tell())
s.seek(0)
print([line.rstrip() for line in s])
s.seek(6)
print(s.read(5), s.readline(), repr(s.read()))
t = io.StringIO("a\nb\nc\n")
print(t.readlines(), t.seek(0), next(t), list(t))
t.seek(0)
t.truncate(2)
print(repr(t.getvalue()))
b = io.BytesIO(b"\x00\x01")
b.seek(0, 2)
b.write(b"\xff")
print(b.getvalue(), b.getbuffer()[0] == 0, len(b.getvalue()), b.tell())
b.seek(0)
print(b.read(1), b.read(), b.read())
with io.StringIO("ctx") as c:
    print(c.read(), c.closed)
print(c.closed)
for f in (lambda: c.read(), lambda: io.StringIO(5), lambda: s.write(5), lambda: io.BytesIO("x"), lambda: b.write("x"), lambda: s.seek(-1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
out, err = io.StringIO(), io.StringIO()
with redirect_stdout(out), redirect_stderr(err):
    print("to out")
    print("to err", file=sys.stderr)
print(repr(out.getvalue()), repr(err.getvalue()))
old = sys.stdout
sys.stdout = cap = io.StringIO()
print("captured")
sys.stdout = old
print("got:", cap.getvalue().strip())


class Tee:
    def __init__(self, *streams):
        self.streams = streams

    def write(self, text):
        for st in self.streams:
            st.write(text)

    def flush(self):
        pass


x, y = io.StringIO(), io.StringIO()
print("both", file=Tee(x, y))
print(x.getvalue() == y.getvalue() == "both\n")
sys.stdout.write("direct\n")
print("a", end="", flush=True)
print("b", "c", sep="", end="!\n")
lines = io.StringIO()
lines.writelines(["1\n", "2\n"])
print(lines.getvalue().splitlines(), lines.readable(), lines.writable(), lines.seekable(), lines.isatty())

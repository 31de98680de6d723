"""An editor with commands that can be undone, and groups of them as a context."""
from contextlib import contextmanager

class Command:
    def __init_subclass__(cls, /, verb=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.verb = verb or cls.__name__.lower()

    def __str__(self):
        inside = ", ".join(f"{k}={v!r}" for k, v in vars(self).items() if not k.startswith("_"))
        return f"{self.verb}({inside})"

class Insert(Command):
    def __init__(self, at, text):
        self.at, self.text = at, text

    def do(self, s):
        return s[:self.at] + self.text + s[self.at:]

    def undo(self, s):
        return s[:self.at] + s[self.at + len(self.text):]

class Delete(Command, verb="del"):
    def __init__(self, start, stop):
        self.start, self.stop = start, stop

    def do(self, s):
        self._gone = s[self.start:self.stop]
        return s[:self.start] + s[self.stop:]

    def undo(self, s):
        return s[:self.start] + self._gone + s[self.start:]

class Group(list):
    def do(self, s):
        for c in self:
            s = c.do(s)
        return s

    def undo(self, s):
        for c in reversed(self):
            s = c.undo(s)
        return s

    def __str__(self):
        return "[" + "; ".join(map(str, self)) + "]"

class Editor:
    def __init__(self, text=""):
        self.text, self.past, self.future, self._open = text, [], [], None

    def run(self, command):
        self.text = command.do(self.text)
        (self.past if self._open is None else self._open).append(command)
        self.future.clear()
        return self

    def undo(self):
        if not self.past:
            raise IndexError("nothing to undo")
        command = self.past.pop()
        self.text = command.undo(self.text)
        self.future.append(command)

    def redo(self):
        command = self.future.pop()
        self.text = command.do(self.text)
        self.past.append(command)

    @contextmanager
    def group(self):
        self._open = Group()
        try:
            yield self
        except Exception:
            self.text = self._open.undo(self.text)
            raise
        else:
            self.past.append(self._open)
        finally:
            self._open = None

e = Editor("hello world")
e.run(Insert(5, ",")).run(Delete(7, 12)).run(Insert(7, "there"))
print(e.text, [str(c) for c in e.past])
with e.group() as g:
    g.run(Insert(0, ">> ")).run(Delete(3, 4)).run(Insert(3, "H"))
print(e.text, e.past[-1], len(e.past))
try:
    with e.group():
        e.run(Delete(0, 3))
        e.run(Insert("x", "y"))
except TypeError as error:
    print("rolled back:", e.text, "|", error)
for _ in range(2):
    e.undo()
    print(repr(e.text))
e.redo()
print(e.text, len(e.past), len(e.future))
e.run(Insert(0, "!"))
try:
    e.redo()
except IndexError as error:
    print(error, e.text)
while True:
    try:
        e.undo()
    except IndexError as error:
        print(error, e.text)
        break

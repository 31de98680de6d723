from enum import Enum, auto
class S(Enum):
    IDLE = auto(); RUN = auto(); PAUSE = auto(); DONE = auto()
def step(s, event):
    match s, event:
        case S.IDLE, ("start", int(n)) if n > 0: return S.RUN, f"start {n}"
        case S.IDLE, ("start", _): return S.IDLE, "refused"
        case S.RUN, "pause": return S.PAUSE, "paused"
        case S.PAUSE, "resume" | "start": return S.RUN, "resumed"
        case S.RUN, {"progress": p, **rest} if p >= 100: return S.DONE, f"done {rest}"
        case S.RUN, {"progress": p}: return S.RUN, f"{p}%"
        case _, "reset": return S.IDLE, "reset"
        case S.DONE, _: return S.DONE, "over"
        case state, other: return state, f"ignored {other!r} in {state.name}"
s = S.IDLE
for e in [("start", 0), ("start", 3), "pause", "stop", "resume", {"progress": 40}, {"progress": 100, "t": 5}, "anything", "reset", 5]:
    s, note = step(s, e); print(f"{s.name:<6}{note}")
TABLE = {("a", 0): ("A", 1), ("b", 1): ("B", 0)}
state, out = 0, []
for c in "abab?":
    o, state = TABLE.get((c, state), ("-", state)); out.append(o)
print("".join(out), state)
def tokens(src):
    state, buf = "start", ""
    for c in src + "\0":
        match state, c:
            case "start", c if c.isspace() or c == "\0": pass
            case "start", '"': state = "str"
            case "start", c if c.isdigit(): state, buf = "num", c
            case "start", c if c.isalpha(): state, buf = "id", c
            case "start", c: yield "op", c
            case "str", '"': yield "str", buf; state, buf = "start", ""
            case "str", "\0": raise SyntaxError("unterminated")
            case "str", c: buf += c
            case ("num" | "id") as kind, c if c.isalnum(): buf += c
            case ("num" | "id") as kind, c:
                yield kind, buf
                state, buf = "start", ""
                if not c.isspace() and c != "\0": yield "op", c
print(list(tokens('x1 = 42+"a b" y')))
try: list(tokens('"open'))
except SyntaxError as e: print("SyntaxError", e)
class Light:
    order = ["green", "yellow", "red"]
    def __init__(self): self.i = 0
    def __iter__(self): return self
    def __next__(self):
        if self.i >= 7: raise StopIteration
        v = self.order[self.i % 3]; self.i += 1; return v
    def __matmul__(self, o): return (self, o)
print(*Light(), list(zip(Light(), range(3))))
def evaluate(tree):
    match tree:
        case ["+", *args]: return sum(map(evaluate, args))
        case ["*", a, b]: return evaluate(a) * evaluate(b)
        case ["let", [[str(n), v], *more], body]:
            scope = {n: evaluate(v)}
            return evaluate(["let", more, sub(body, scope)] if more else sub(body, scope))
        case ["if", c, a, b]: return evaluate(a if evaluate(c) else b)
        case int() | float(): return tree
        case str(): raise NameError(f"unbound {tree}")
        case []: raise SyntaxError("empty")
        case _: raise TypeError(f"cannot evaluate {tree!r}")
def sub(t, scope): return [sub(x, scope) for x in t] if isinstance(t, list) else scope.get(t, t)
for t in (["+", 1, 2, ["*", 3, 4]], ["let", [["x", 5], ["y", ["+", "x", 1]]], ["*", "x", "y"]], ["if", 0, "no", 7], "q", [], {"a": 1}):
    try: print(evaluate(t))
    except (NameError, SyntaxError, TypeError) as e: print(type(e).__name__, e)

from collections import deque
def balanced(s):
    st, pairs = [], {")": "(", "]": "[", "}": "{"}
    for i, c in enumerate(s):
        if c in "([{": st.append((c, i))
        elif c in pairs and (not st or st.pop()[0] != pairs[c]): return f"bad {c!r} at {i}"
    return f"open {st[-1][0]!r} at {st[-1][1]}" if st else "ok"
print([balanced(s) for s in ("([]{})", "(]", "((", "", "a)b", "{[()]}")])
def rpn(s):
    st = []
    for t in s.split():
        if t in ("+", "-", "*", "/"): b, a = st.pop(), st.pop(); st.append({"+": a + b, "-": a - b, "*": a * b, "/": a / b if b else float("nan")}[t])
        else: st.append(float(t))
    return st
print(rpn("3 4 + 2 *"), rpn("1 2 3"), rpn("5 1 2 + 4 * + 3 -"))
def shunting(s):
    out, ops, prec = [], [], {"+": 1, "-": 1, "*": 2, "/": 2, "^": 3}
    for t in s.replace("(", "( ").replace(")", " )").split():
        if t in prec:
            while ops and ops[-1] != "(" and (prec[ops[-1]] > prec[t] or prec[ops[-1]] == prec[t] and t != "^"): out.append(ops.pop())
            ops.append(t)
        elif t == "(": ops.append(t)
        elif t == ")":
            while ops[-1] != "(": out.append(ops.pop())
            ops.pop()
        else: out.append(t)
    return " ".join(out + ops[::-1])
print(shunting("1 + 2 * 3"), "|", shunting("(1 + 2) * 3 ^ 2 ^ 1"), "|", shunting("a - b - c"))
def josephus(n, k):
    q = deque(range(1, n + 1)); out = []
    while q: q.rotate(1 - k); out.append(q.popleft())
    return out
print(josephus(7, 3), josephus(1, 5))
class MinStack:
    def __init__(self): self.s = []
    def push(self, x): self.s.append((x, min(x, self.s[-1][1]) if self.s else x)); return self
    def pop(self): return self.s.pop()[0]
    @property
    def min(self): return self.s[-1][1]
m = MinStack().push(3).push(1).push(2); print(m.min, m.pop(), m.pop(), m.min)
def sliding_max(xs, k):
    q, out = deque(), []
    for i, x in enumerate(xs):
        while q and xs[q[-1]] <= x: q.pop()
        q.append(i)
        if q[0] <= i - k: q.popleft()
        if i >= k - 1: out.append(xs[q[0]])
    return out
print(sliding_max([1, 3, -1, -3, 5, 3, 6, 7], 3))
def next_greater(xs):
    out, st = [-1] * len(xs), []
    for i, x in enumerate(xs):
        while st and xs[st[-1]] < x: out[st.pop()] = x
        st.append(i)
    return out
print(next_greater([2, 1, 2, 4, 3]))
undo, redo, text = [], [], ""
for cmd in ["type a", "type b", "undo", "redo", "type c", "undo", "undo", "redo", "undo", "undo", "undo"]:
    match cmd.split():
        case ["type", c]: undo.append(text); text += c; redo.clear()
        case ["undo"] if undo: redo.append(text); text = undo.pop()
        case ["redo"] if redo: undo.append(text); text = redo.pop()
        case _: print("nothing to", cmd)
    print(repr(text), end=" ")
print()

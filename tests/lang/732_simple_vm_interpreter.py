import operator
PROG = """
push 10
store n
push 1
store acc
loop: load n
jz end
load acc
load n
mul
store acc
load n
push 1
sub
store n
jmp loop
end: load acc
print
halt
"""
class VMError(Exception): pass
class VM:
    BIN = {"add": operator.add, "sub": operator.sub, "mul": operator.mul, "div": operator.floordiv}
    def __init__(self, text, limit=1000):
        self.code, self.labels, self.limit = [], {}, limit
        for line in filter(None, map(str.strip, text.splitlines())):
            if ":" in line: label, line = map(str.strip, line.split(":", 1)); self.labels[label] = len(self.code)
            op, *args = line.split(); self.code.append((op, args))
    def run(self):
        pc, stack, env, out, steps = 0, [], {}, [], 0
        while True:
            if pc >= len(self.code): raise VMError(f"ran off the end at {pc}")
            if (steps := steps + 1) > self.limit: raise VMError("too many steps")
            (op, args), pc = self.code[pc], pc + 1
            try:
                match op, args:
                    case "push", [n]: stack.append(int(n))
                    case "store", [name]: env[name] = stack.pop()
                    case "load", [name]: stack.append(env[name])
                    case ("add" | "sub" | "mul" | "div"), []: b, a = stack.pop(), stack.pop(); stack.append(self.BIN[op](a, b))
                    case "jmp", [l]: pc = self.labels[l]
                    case "jz", [l] if stack.pop() == 0: pc = self.labels[l]
                    case "jz", _: pass
                    case "print", _: out.append(stack.pop())
                    case "halt", _: return out, steps, env
                    case _: raise VMError(f"bad instruction {op} {args}")
            except (KeyError, IndexError, ZeroDivisionError, ValueError) as e: raise VMError(f"{type(e).__name__} at {pc - 1}: {e}") from e
print(VM(PROG).run())
for bad in ("pop", "add", "load q", "push x\nhalt", "push 1\npush 0\ndiv\nhalt", "l: jmp l", "jmp nowhere", "push 1"):
    try: print(VM(bad).run())
    except VMError as e: print(e, "|", type(e.__cause__).__name__)
BF = "++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++."
def bf(src):
    jumps, st = {}, []
    for i, c in enumerate(src):
        if c == "[": st.append(i)
        elif c == "]": j = st.pop(); jumps[i], jumps[j] = j, i
    tape, p, i, out = [0] * 100, 0, 0, []
    while i < len(src):
        c = src[i]
        if c == ">": p += 1
        elif c == "<": p -= 1
        elif c in "+-": tape[p] = (tape[p] + (1 if c == "+" else -1)) % 256
        elif c == ".": out.append(chr(tape[p]))
        elif c == "[" and not tape[p] or c == "]" and tape[p]: i = jumps[i]
        i += 1
    return "".join(out)
print(bf(BF))
def lisp(src):
    toks = src.replace("(", " ( ").replace(")", " ) ").split()
    def read():
        t = toks.pop(0)
        if t == "(":
            out = []
            while toks[0] != ")": out.append(read())
            toks.pop(0); return out
        try: return int(t)
        except ValueError: return t
    env = {"+": lambda *a: sum(a), "*": operator.mul, "-": operator.sub, "<": operator.lt, "=": operator.eq, "list": lambda *a: list(a)}
    def ev(x, env):
        if isinstance(x, str): return env[x]
        if not isinstance(x, list): return x
        match x:
            case ["quote", v]: return v
            case ["if", c, a, b]: return ev(a if ev(c, env) else b, env)
            case ["define", n, v]: env[n] = ev(v, env)
            case ["lambda", ps, body]: return lambda *a: ev(body, {**env, **dict(zip(ps, a))} | ({} if not isinstance(ps, str) else {ps: a}))
            case ["begin", *xs]: return [ev(y, env) for y in xs][-1]
            case [f, *args]: return ev(f, env)(*(ev(a, env) for a in args))
    return ev(read(), env)
print(lisp("(begin (define sq (lambda (x) (* x x))) (+ 1 (sq 7)))"), lisp("(if (< 1 2) (quote (a b)) 0)"), lisp("(list 1 (+ 2 3) (- 9 4))"))

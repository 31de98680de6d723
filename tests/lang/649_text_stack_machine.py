SOURCE = """
# factorial and text
push 5
call fact
print
push "hello"
push " "
push "wörld"
add
add
dup
print
len
print
halt
fact: dup
push 1
le
jif base
dup
push 1
sub
call fact
mul
ret
base: drop
push 1
ret
"""
def assemble(source):
    code, labels = [], {}
    for line in source.splitlines():
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if ": " in line and not line.startswith("push"):
            label, line = line.split(": ", 1)
            labels[label] = len(code)
        op, _, arg = line.partition(" ")
        if arg.startswith('"') and arg.endswith('"'):
            arg = arg[1:-1]
        elif arg.lstrip("-").isdigit():
            arg = int(arg)
        code.append((op, arg))
    return code, labels
def run(code, labels):
    stack, calls, at, steps = [], [], 0, 0
    binary = {"add": lambda a, b: a + b, "sub": lambda a, b: a - b, "mul": lambda a, b: a * b, "le": lambda a, b: a <= b}
    while True:
        op, arg = code[at]
        at += 1
        steps += 1
        match op:
            case "push":
                stack.append(arg)
            case "dup":
                stack.append(stack[-1])
            case "drop":
                stack.pop()
            case "print":
                print(">", stack.pop())
            case "len":
                stack.append(len(stack.pop()))
            case "call":
                calls.append(at)
                at = labels[arg]
            case "ret":
                at = calls.pop()
            case "jif":
                if stack.pop():
                    at = labels[arg]
            case "halt":
                return steps
            case name if name in binary:
                b, a = stack.pop(), stack.pop()
                stack.append(binary[name](a, b))
            case _:
                raise ValueError(f"bad instruction {op!r}")
code, labels = assemble(SOURCE)
print(len(code), labels, code[0], code[4])
print(run(code, labels), "steps")
for at, (op, arg) in enumerate(code[:6]):
    print(f"{at:03d} {op:<6}{arg!r:>10}")

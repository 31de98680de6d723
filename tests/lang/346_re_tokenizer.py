"""A scanner and a calculator by regular expressions."""
import re
from typing import NamedTuple


class Token(NamedTuple):
    kind: str
    text: str
    line: int
    column: int


SPEC = [("NUMBER", r"\d+(\.\d*)?"), ("ASSIGN", r":="), ("END", r";"), ("ID", r"[A-Za-z_]\w*"), ("OP", r"[+\-*/()]"), ("NEWLINE", r"\n"), ("SKIP", r"[ \t]+"), ("MISMATCH", r".")]
MASTER = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in SPEC))


def tokenize(code):
    line, start = 1, 0
    for m in MASTER.finditer(code):
        kind = m.lastgroup
        if kind == "NEWLINE":
            line, start = line + 1, m.end()
        elif kind == "MISMATCH":
            raise SyntaxError(f"{m.group()!r} unexpected on line {line}")
        elif kind != "SKIP":
            yield Token(kind, m.group(), line, m.start() - start)


for t in tokenize("x := 3.5 * (y1 + 2);\n z := x/4;"):
    print(t)
try:
    list(tokenize("a ? b"))
except SyntaxError as e:
    print(e)


def evaluate(text):
    tokens = re.findall(r"\d+\.?\d*|[-+*/()]", text)

    def expression():
        value = term()
        while tokens and tokens[0] in "+-":
            value = value + term() if tokens.pop(0) == "+" else value - term()
        return value

    def term():
        value = factor()
        while tokens and tokens[0] in "*/":
            value = value * factor() if tokens.pop(0) == "*" else value / factor()
        return value

    def factor():
        token = tokens.pop(0)
        if token == "(":
            value = expression()
            tokens.pop(0)
            return value
        return -factor() if token == "-" else float(token)

    return expression()


print([evaluate(e) for e in ("1+2*3", "(1+2)*3", "-4/2+10", "2*(3-(4-5))", "1.5*4")])
scanner = re.Scanner([(r"\d+", lambda s, t: int(t)), (r"\w+", lambda s, t: t.upper()), (r"\s+", None)])
print(scanner.scan("12 ab 3 !rest"))

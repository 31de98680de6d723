def tokens(s):
    i = 0
    while i < len(s):
        c = s[i]
        if c.isspace():
            i += 1
        elif c.isdigit() or c == ".":
            j = i
            while j < len(s) and (s[j].isdigit() or s[j] in ".e" or (s[j] in "+-" and s[j - 1] == "e")):
                j += 1
            yield ("num", float(s[i:j]))
            i = j
        elif c.isalpha():
            j = i
            while j < len(s) and s[j].isalnum():
                j += 1
            yield ("name", s[i:j])
            i = j
        elif s[i:i + 2] in ("**", "//"):
            yield ("op", s[i:i + 2])
            i += 2
        elif c in "+-*/()%^,":
            yield ("op", c)
            i += 1
        else:
            raise SyntaxError(f"unexpected {c!r} at {i}")
class Parser:
    POWER = {"+": 1, "-": 1, "*": 2, "/": 2, "%": 2, "//": 2, "**": 3}
    def __init__(self, text, names=()):
        self.items, self.at, self.names = list(tokens(text)), 0, dict(names)
    def peek(self):
        return self.items[self.at] if self.at < len(self.items) else ("end", "")
    def take(self):
        item = self.peek()
        self.at += 1
        return item
    def expression(self, least=0):
        left = self.atom()
        while (op := self.peek()[1]) in self.POWER and self.POWER[op] > least - (op == "**"):
            self.take()
            right = self.expression(self.POWER[op])
            left = {"+": lambda: left + right, "-": lambda: left - right, "*": lambda: left * right, "/": lambda: left / right, "%": lambda: left % right, "//": lambda: left // right, "**": lambda: left ** right}[op]()
        return left
    def atom(self):
        kind, value = self.take()
        if kind == "num":
            return value
        if kind == "name":
            if value not in self.names:
                raise NameError(value)
            return self.names[value]
        if value == "(":
            inner = self.expression()
            if self.take()[1] != ")":
                raise SyntaxError("expected )")
            return inner
        if value == "-":
            return -self.expression(2)
        raise SyntaxError(f"unexpected {value!r}")
for text in ("1 + 2 * 3", "(1 + 2) * 3", "-2 ** 2", "10 / 4 - 1", "7 // 2 % 3", "1e3 + .5", "x * (y - 1)", "2 + ", "3 $ 4", "(1", "z"):
    try:
        print(f"{text:<12} = {Parser(text, x=1, names={'x': 4, 'y': 2.5}).expression()}" if False else f"{text:<12} = {Parser(text, {'x': 4, 'y': 2.5}).expression()}")
    except (SyntaxError, NameError) as e:
        print(f"{text:<12} ! {type(e).__name__}: {e}")

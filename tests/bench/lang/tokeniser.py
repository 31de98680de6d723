"""A tokeniser, a recursive-descent parser and an evaluator of arithmetic, written with classes."""

TEXT = "let x = (12 + 7) * 3 - 4 / 2; let total = x * (x + 1) - 10 * (3 - 1); total + x % 7;\n" * 100


class Token:
    def __init__(self, kind, text, line):
        self.kind = kind
        self.text = text
        self.line = line


def tokenise(text):
    at, line, n = 0, 1, len(text)
    while at < n:
        c = text[at]
        if c == "\n":
            line += 1
            at += 1
        elif c.isspace():
            at += 1
        elif c.isdigit():
            start = at
            while at < n and text[at].isdigit():
                at += 1
            yield Token("number", text[start:at], line)
        elif c.isalpha():
            start = at
            while at < n and (text[at].isalnum() or text[at] == "_"):
                at += 1
            word = text[start:at]
            yield Token("let" if word == "let" else "name", word, line)
        elif c in "+-*/%()=;":
            yield Token(c, c, line)
            at += 1
        else:
            raise SyntaxError(f"line {line}: {c!r}")
    yield Token("end", "", line)


class Parser:
    LEVELS = {"+": 1, "-": 1, "*": 2, "/": 2, "%": 2}

    def __init__(self, tokens):
        self.tokens = list(tokens)
        self.at = 0
        self.names = {}

    def peek(self):
        return self.tokens[self.at]

    def take(self, kind):
        token = self.tokens[self.at]
        if token.kind != kind:
            raise SyntaxError(f"line {token.line}: {kind} wanted, not {token.text!r}")
        self.at += 1
        return token

    def atom(self):
        token = self.peek()
        if token.kind == "number":
            self.at += 1
            return int(token.text)
        if token.kind == "name":
            self.at += 1
            return self.names[token.text]
        self.take("(")
        value = self.expression(1)
        self.take(")")
        return value

    def expression(self, level):
        value = self.atom()
        while self.LEVELS.get(self.peek().kind, 0) >= level:
            sign = self.take(self.peek().kind).kind
            right = self.expression(self.LEVELS[sign] + 1)
            if sign == "+":
                value += right
            elif sign == "-":
                value -= right
            elif sign == "*":
                value *= right
            elif sign == "/":
                value //= right
            else:
                value %= right
        return value

    def program(self):
        result = 0
        while self.peek().kind != "end":
            if self.peek().kind == "let":
                self.take("let")
                name = self.take("name").text
                self.take("=")
                self.names[name] = self.expression(1)
            else:
                result += self.expression(1)
            self.take(";")
        return result


def main():
    return Parser(tokenise(TEXT)).program()

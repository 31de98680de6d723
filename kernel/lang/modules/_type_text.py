"""Types written as text in annotations: names with dots, subscripts, `|`, lists, literals. Nothing is run."""

import builtins as _builtins


class _Reader:
    def __init__(self, text, globalns, localns):
        self.tokens = _tokens(text)
        self.text, self.at = text, 0
        self.globalns, self.localns = globalns, localns

    def peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def take(self, wanted=None):
        token = self.peek()
        if wanted is not None and token != wanted or not token:
            raise SyntaxError(f"Forward reference must be an expression -- got {self.text!r}")
        self.at += 1
        return token

    def union(self):
        """type | type | …"""
        found = self.primary()
        while self.peek() == "|":
            self.take()
            other = self.primary()
            if found is None or other is None or isinstance(found, str) or isinstance(other, str):
                from typing import Union

                found = Union[found, other]
            else:
                found = found | other
        return found

    def items(self, end):
        """Comma-separated types up to `end`; a list."""
        found = []
        while self.peek() != end:
            found.append(self.union())
            if self.peek() != end:
                self.take(",")
        self.take(end)
        return found

    def primary(self):
        token = self.take()
        if token == "(":
            found = self.items(")")
            return found[0] if len(found) == 1 else tuple(found)
        if token == "[":
            return self.items("]")
        if token == "...":
            return ...
        if token[0] in "'\"":
            return token[1:-1]
        if token[0].isdigit() or token == "-":
            return -int(self.take()) if token == "-" else int(token)
        return self.suffixes(self.name(token))

    def suffixes(self, found):
        while self.peek() in (".", "["):
            if self.take() == ".":
                found = getattr(found, self.take())
            else:
                key = self.items("]")
                found = found[key[0] if len(key) == 1 else tuple(key)]
        return found

    def name(self, token):
        if token in ("None", "True", "False"):
            return {"None": None, "True": True, "False": False}[token]
        for space in (self.localns, self.globalns):
            if token in space:
                return space[token]
        if hasattr(_builtins, token):
            return getattr(_builtins, token)
        raise NameError(f"name {token!r} is not defined")


def _tokens(text):
    found, at = [], 0
    while at < len(text):
        c = text[at]
        end = at + 1
        if c.isspace():
            at = end
            continue
        if c.isalnum() or c == "_":
            while end < len(text) and (text[end].isalnum() or text[end] == "_"):
                end += 1
        elif c in "'\"":
            end = text.find(c, end) + 1 or len(text) + 1
        elif text.startswith("...", at):
            end = at + 3
        found.append(text[at:end])
        at = end
    return found


def read(text, globalns, localns):
    """The type that the text names; NameError, SyntaxError."""
    reader = _Reader(text, globalns or {}, localns or {})
    found = reader.union()
    if reader.peek():
        raise SyntaxError(f"Forward reference must be an expression -- got {text!r}")
    return found

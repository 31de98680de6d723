class JSONError(ValueError):
    def __init__(self, msg, pos): super().__init__(f"{msg} at {pos}"); self.pos = pos
class Parser:
    ESC = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "r": "\r"}
    def __init__(self, text): self.s, self.i = text, 0
    def peek(self): return self.s[self.i] if self.i < len(self.s) else ""
    def ws(self):
        while self.peek() and self.peek() in " \t\r\n": self.i += 1
    def expect(self, lit):
        if not self.s.startswith(lit, self.i): raise JSONError(f"expected {lit!r}", self.i)
        self.i += len(lit)
    def value(self):
        self.ws()
        match self.peek():
            case "{": v = self.obj()
            case "[": v = self.arr()
            case '"': v = self.string()
            case "t": self.expect("true"); v = True
            case "f": self.expect("false"); v = False
            case "n": self.expect("null"); v = None
            case c if c and c in "-0123456789": v = self.number()
            case "": raise JSONError("unexpected end", self.i)
            case c: raise JSONError(f"unexpected {c!r}", self.i)
        self.ws()
        return v
    def obj(self):
        self.expect("{"); out = {}; self.ws()
        if self.peek() == "}": self.i += 1; return out
        while True:
            self.ws(); k = self.string(); self.ws(); self.expect(":")
            out[k] = self.value()
            if self.peek() == ",": self.i += 1; continue
            self.expect("}"); return out
    def arr(self):
        self.expect("["); out = []; self.ws()
        if self.peek() == "]": self.i += 1; return out
        while True:
            out.append(self.value())
            if self.peek() == ",": self.i += 1; continue
            self.expect("]"); return out
    def string(self):
        self.expect('"'); out = []
        while (c := self.peek()) != '"':
            if not c: raise JSONError("unterminated string", self.i)
            self.i += 1
            if c == "\\":
                e = self.peek(); self.i += 1
                if e == "u": out.append(chr(int(self.s[self.i:self.i + 4], 16))); self.i += 4
                elif e in self.ESC: out.append(self.ESC[e])
                else: raise JSONError(f"bad escape {e!r}", self.i)
            else: out.append(c)
        self.i += 1
        return "".join(out)
    def number(self):
        j = self.i
        while self.peek() and self.peek() in "+-.eE0123456789": self.i += 1
        t = self.s[j:self.i]
        return float(t) if set(t) & set(".eE") else int(t)
def loads(t):
    p = Parser(t); v = p.value()
    if p.i != len(t): raise JSONError("extra data", p.i)
    return v
def dumps(v, indent=0, level=0):
    pad, end = ("\n" + " " * indent * (level + 1), "\n" + " " * indent * level) if indent else ("", "")
    match v:
        case None: return "null"
        case True: return "true"
        case False: return "false"
        case int() | float(): return repr(v)
        case str(): return '"' + "".join({'"': '\\"', "\\": "\\\\", "\n": "\\n"}.get(c, c) for c in v) + '"'
        case []: return "[]"
        case list() | tuple(): return "[" + pad + ("," + pad if indent else ", ").join(dumps(x, indent, level + 1) for x in v) + end + "]"
        case dict(): return "{" + pad + ("," + pad if indent else ", ").join(f"{dumps(str(k))}: {dumps(x, indent, level + 1)}" for k, x in v.items()) + end + "}"
        case _: raise TypeError(f"{type(v).__name__} is not JSON")
import json
docs = ['{"a": [1, 2.5, -3e2, true, false, null], "b": {"c": "x\\n\\u00e9\\"", "d": []}, "e": {}}', '[]', '"s"', ' 12 ', '[[[[1]]]]', '{"k":{"k":{"k":0}}}']
for d in docs:
    v = loads(d)
    print(v == json.loads(d), v, dumps(v) == json.dumps(v, ensure_ascii=False))
print(dumps(loads(docs[0]), 2) == json.dumps(loads(docs[0]), indent=2, ensure_ascii=False).replace("[]", "[]"))
print(dumps(loads(docs[0]), 2))
for bad in ("", "{", "[1,", '{"a" 1}', "tru", '"abc', "[1] x", '"\\q"', "@", "{1: 2}"):
    try: print(loads(bad))
    except ValueError as e: print(type(e).__name__, e, getattr(e, "pos", None))
try: dumps({1, 2})
except TypeError as e: print(e)

class Token:
    def __init__(self, kind, text): self.kind, self.text = kind, text
    def __repr__(self): return f'{self.kind}:{self.text}'
def lex(s):
    i = 0
    while i < len(s):
        c = s[i]
        if c.isspace(): i += 1; continue
        j = i + 1
        if c.isdigit():
            while j < len(s) and (s[j].isdigit() or s[j] == '.'): j += 1
            yield Token('num', s[i:j])
        elif c.isalpha():
            while j < len(s) and s[j].isalnum(): j += 1
            yield Token('name', s[i:j])
        elif c in '+-*/()^=,': yield Token('op', c)
        else: raise SyntaxError(f'bad character {c!r} at {i}')
        i = j
    yield Token('end', '')
class Parser:
    prec = {'+': (1, 'l'), '-': (1, 'l'), '*': (2, 'l'), '/': (2, 'l'), '^': (3, 'r')}
    def __init__(self, s): self.toks = list(lex(s)); self.i = 0
    @property
    def cur(self): return self.toks[self.i]
    def take(self, text=None):
        t = self.cur
        if text and t.text != text: raise SyntaxError(f'expected {text!r}, got {t.text!r}')
        self.i += 1
        return t
    def parse(self):
        e = self.expr(1)
        if self.cur.kind != 'end': raise SyntaxError(f'trailing {self.cur}')
        return e
    def expr(self, p):
        left = self.atom()
        while self.cur.text in self.prec and self.prec[self.cur.text][0] >= p:
            op = self.take().text
            q, assoc = self.prec[op]
            left = (op, left, self.expr(q + (assoc == 'l')))
        return left
    def atom(self):
        t = self.take()
        if t.kind == 'num': return float(t.text) if '.' in t.text else int(t.text)
        if t.kind == 'name':
            if self.cur.text == '(':
                self.take('('); args = []
                while self.cur.text != ')':
                    args.append(self.expr(1))
                    if self.cur.text == ',': self.take(',')
                self.take(')')
                return ('call', t.text, args)
            return ('var', t.text)
        if t.text == '(':
            e = self.expr(1); self.take(')'); return e
        if t.text == '-': return ('neg', self.expr(3))
        raise SyntaxError(f'unexpected {t}')
def ev(e, env):
    match e:
        case int() | float(): return e
        case ('var', n):
            if n not in env: raise NameError(f'unknown {n}')
            return env[n]
        case ('neg', x): return -ev(x, env)
        case ('call', f, args): return env[f](*[ev(a, env) for a in args])
        case ('+', a, b): return ev(a, env) + ev(b, env)
        case ('-', a, b): return ev(a, env) - ev(b, env)
        case ('*', a, b): return ev(a, env) * ev(b, env)
        case ('/', a, b): return ev(a, env) / ev(b, env)
        case ('^', a, b): return ev(a, env) ** ev(b, env)
def show(e):
    match e:
        case (op, a, b) if op in '+-*/^': return f'({show(a)} {op} {show(b)})'
        case ('neg', x): return f'-{show(x)}'
        case ('var', n): return n
        case ('call', f, args): return f'{f}({", ".join(map(show, args))})'
        case n: return str(n)
env = {'x': 3, 'pi': 3.14, 'max': max, 'sq': lambda v: v * v}
for s in ['1 + 2 * 3', '(1 + 2) * 3', '2 ^ 3 ^ 2', '-x ^ 2', '10 / 4 - 1', 'max(1, x, 2) + sq(x)', 'y + 1', '1 +', '(1', '2 $ 3', '1 2', 'pi * 2', '8 - 3 - 2', '1 / 0', 'max()']:
    try:
        t = Parser(s).parse()
        print(s, '=>', show(t), '=', ev(t, env))
    except (SyntaxError, NameError, ZeroDivisionError, TypeError) as e: print(s, '!', type(e).__name__, e)

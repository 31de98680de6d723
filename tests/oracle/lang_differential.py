"""Random programs that must behave the same under CPython 3.11 and in the cell language.

    python3.11 tests/oracle/lang_differential.py [--runner "build/release/glassbox run"] [--seed N]
                                                 [--programs N] [--cases N] [--keep FOLDER] [--language]

Every program holds many cases, each a function of its own that prints what its statements compute or how they
fail; programs end by construction (loops are counted, powers and repetitions small) and print nothing that may
differ between two runs of CPython (a case that does, by the order of a set of texts, is left out). Prints the source of each case whose
output differs, with both outputs, and a count; the exit status is 1 when any differs. The same seed makes the
same programs.
"""
import argparse
import os
import pathlib
import random
import re
import shlex
import subprocess
import sys
import tempfile
import warnings

import lang_topics
import lang_topics_modules

HEAD = '''\
import sys
def show(n, *values):
    try: print(n, *[repr(v) for v in values])
    except Exception as e: print(n, 'show', type(e).__name__, e)
def run(n, f):
    try:
        r = f()
        print(n, '=>', clean(r))
    except (RecursionError, NameError) as e: print(n, 'RecursionError' if isinstance(e, RecursionError) else 'NameError')
    except BaseException as e: print(n, type(e).__name__, e)
def clean(v, depth=0):
    if isinstance(v, (set, frozenset)): return type(v).__name__ + str(sorted(map(repr, v)))
    if depth > 6: return '...'
    if type(v) is list: return '[' + ', '.join(clean(x, depth + 1) for x in v) + ']'
    if type(v) is tuple: return '(' + ', '.join(clean(x, depth + 1) for x in v) + ',)'
    if type(v) is dict: return '{' + ', '.join(clean(k, depth + 1) + ': ' + clean(x, depth + 1) for k, x in v.items()) + '}'
    if isinstance(v, (int, float, complex, str, bytes, range, slice)) or v is None or v is ... or v is NotImplemented: return repr(v)
    if isinstance(v, type): return v.__name__
    if isinstance(v, NameError): return 'NameError'
    if isinstance(v, BaseException): return type(v).__name__ + clean(v.args, depth + 1)
    return '<' + type(v).__name__ + '>'
class Box:
    def __init__(self, v=0): self.v = v
    def __repr__(self): return f'Box({self.v!r})'
    def __eq__(self, o): return isinstance(o, Box) and self.v == o.v
    def __hash__(self): return hash(self.v)
    def __lt__(self, o): return self.v < (o.v if isinstance(o, Box) else o)
    def __add__(self, o): return Box(self.v + (o.v if isinstance(o, Box) else o))
    def __radd__(self, o): return Box(o + self.v)
    def __mul__(self, o): return NotImplemented if isinstance(o, str) else Box(self.v * (o.v if isinstance(o, Box) else o))
    def __neg__(self): return Box(-self.v)
    def __getitem__(self, i): return self.v[i]
    def __len__(self): return len(self.v)
    def __iter__(self): return iter(self.v)
    def __bool__(self): return bool(self.v)
    def __call__(self, *a, **k): return (self.v, a, sorted(k.items()))
    def __contains__(self, x): return x == self.v
    def __enter__(self): return self.v
    def __exit__(self, t, v, tb): return self.v == 1
    def __index__(self): return self.v
    def __format__(self, spec): return f'<{spec}:{self.v}>'
class Sub(Box):
    __slots__ = ()
    def __radd__(self, o): return ('Sub.radd', o)
    def __lt__(self, o): return NotImplemented
    def __getattr__(self, name):
        if name.startswith('q'): return name
        raise AttributeError(f'no {name}')
class MyInt(int):
    def __add__(self, o): return MyInt(int(self) + o)
    def __repr__(self): return f'MyInt({int(self)})'
class MyList(list):
    def append(self, x): super().append((x,))
class MyDict(dict):
    def __missing__(self, k): return ('missing', k)
class MyError(ValueError):
    def __init__(self, code, *rest): super().__init__(code, *rest); self.code = code
'''

TOPICAL = 0.65  # how many cases are those of lang_topics.py and lang_topics_modules.py
TOPICS = lang_topics.TOPICS + lang_topics_modules.TOPICS

INTS = ["0", "1", "-1", "2", "3", "-7", "10", "255", "2**31", "2**63-1", "-2**63", "2**64", "10**20", "True", "False", "MyInt(5)"]
FLOATS = ["0.0", "-0.0", "1.5", "-2.25", "0.1", "1e16", "1e-7", "3.0", "1e300", "123456.789", "float('inf')", "2.675"]
STRS = ["''", "'a'", "'abc'", "'Hello World'", "'  x y '", "'12'", "'-3.5'", "'é1'", "'a,b,,c'", "'AbC'", "'x\\ny\\n'", "'%d'", "'{}'", "'ß'", "'aaa'"]
BYTES = ["b''", "b'a'", "b'abc'", "b'\\x00\\xff'", "b'1 2'"]
SPECS = ["''", "'5'", "'>8'", "'^7'", "'<4'", "'05'", "'.2f'", "'.3'", "'x'", "'b'", "'e'", "'g'", "','", "'+'", "'*^9'", "'d'", "'s'", "'%'", "'#x'", "'_'", "' '", "'08.3f'", "'10.4g'", "'c'", "'zz'"]
BINARY = ["+", "-", "*", "//", "%", "/", "&", "|", "^"]
COMPARE = ["==", "!=", "<", "<=", ">", ">=", "is", "is not", "in", "not in"]
EXCEPTIONS = ["ValueError", "TypeError", "KeyError", "IndexError", "ZeroDivisionError", "AttributeError", "MyError", "Exception", "LookupError", "ArithmeticError"]

METHODS = {
    "str": ["upper()", "lower()", "title()", "strip()", "split()", "split({s})", "split({s}, {i})", "replace({s}, {s})", "find({s})", "index({s})", "count({s})",
            "startswith({s})", "endswith({s})", "join({ls})", "isdigit()", "isalpha()", "zfill({n})", "center({n})", "ljust({n}, {s})", "partition({s})", "encode()",
            "splitlines()", "swapcase()", "capitalize()", "rsplit({s}, {n})", "rfind({s})", "lstrip({s})", "casefold()", "format({v}, {v})", "removeprefix({s})", "expandtabs({n})"],
    "list": ["append({v})", "extend({l})", "insert({n}, {v})", "pop()", "pop({n})", "remove({v})", "index({v})", "count({v})", "sort()", "reverse()", "copy()", "clear()",
             "sort(key=str)", "sort(reverse=True)", "sort(key=lambda x: -x)", "index({v}, {n})"],
    "dict": ["get({k})", "get({k}, {v})", "pop({k})", "pop({k}, {v})", "setdefault({k}, {v})", "update({d})", "keys()", "values()", "items()", "popitem()", "copy()", "clear()"],
    "set": ["add({v})", "discard({v})", "remove({v})", "union({l})", "intersection({l})", "difference({l})", "issubset({l})", "isdisjoint({l})", "symmetric_difference({l})", "update({l})"],
    "int": ["bit_length()", "bit_count()", "to_bytes({n}, 'big')", "as_integer_ratio()", "conjugate()", "__add__({v})", "__lt__({v})"],
    "float": ["is_integer()", "as_integer_ratio()", "hex()", "__mul__({v})", "__eq__({v})"],
    "bytes": ["hex()", "decode()", "split()", "find({b})", "upper()", "replace({b}, {b})", "startswith({b})", "join([{b}, {b}])"],
    "tuple": ["count({v})", "index({v})"],
}
CALLS = ["len({v})", "abs({v})", "repr({v})", "str({v})", "bool({v})", "int({v})", "float({v})", "list({v})", "tuple({v})", "set({v})", "dict({v})", "sorted({v})", "sum({v})",
         "min({v})", "max({v})", "min({v}, {v})", "max({v}, {v}, key=repr)", "any({v})", "all({v})", "hash({num})", "round({v})", "round({v}, {n})", "divmod({v}, {v})", "pow({i}, {n})",
         "pow({i}, {n}, {i})", "bin({v})", "hex({v})", "oct({v})", "ord({v})", "chr({v})", "range({v})", "range({n}, {n}, {n})", "list(range({n}, {n}))", "enumerate({v})", "list(enumerate({v}))",
         "list(zip({v}, {v}))", "list(map(str, {v}))", "list(filter(None, {v}))", "list(reversed({v}))", "isinstance({v}, {t})", "isinstance({v}, ({t}, {t}))", "type({v})", "format({v}, {spec})",
         "complex({v})", "complex({v}, {v})", "bytes({v})", "frozenset({v})", "iter({v})", "next({v})", "next(iter({v}))", "next(iter({v}), {v})", "callable({v})", "getattr({v}, 'real')",
         "getattr({v}, 'nope', {v})", "hasattr({v}, '__len__')", "slice({n}, {n}).indices({n})", "sorted({v}, reverse=True)", "sorted({v}, key=repr)", "''.join({v})", "ascii({v})",
         "list(zip({v}, {v}, strict=True))", "[*{v}]", "{{*{v}}}", "{{**{v}}}", "({v},)", "print({v}, {v}, sep={s}, end='|\\n')", "issubclass({t}, {t})", "sum({v}, {v})", "dict(zip({v}, {v}))",
         "list(dict.fromkeys({v}, {v}))", "str.upper({v})", "int.__add__({v}, {v})", "list.__len__({v})", "Box({v})", "Sub({v})", "MyInt({v})", "MyList({v})", "MyDict({v})", "Box({v})({v}, k={v})"]
TYPES = ["int", "str", "list", "dict", "tuple", "set", "float", "bool", "Box", "Sub", "MyInt", "object", "type(None)", "int | str", "list[int]"]


class Maker:
    """Makes expressions and statements; `names` are the variables that may be bound where it is."""

    def __init__(self, rng):
        self.rng = rng
        self.names = []
        self.depth = 0
        self.counter = 0

    def pick(self, choices):
        return self.rng.choice(choices)

    def chance(self, p):
        return self.rng.random() < p

    def fresh(self):
        self.counter += 1
        return f"v{self.counter}"

    # --- expressions by type

    def int(self):
        return f"({self.pick(INTS)})" if self.chance(0.3) else str(self.rng.randrange(-20, 100))

    def small(self):
        return str(self.rng.randrange(-4, 9))

    def str(self):
        return self.pick(STRS)

    def list(self, depth=0):
        items = [self.pick([self.int, self.str, self.value])() if depth < 2 else self.int() for _ in range(self.rng.randrange(5))]
        kind = self.rng.randrange(4)
        if kind == 0:
            return "[" + ", ".join(self.int() for _ in range(self.rng.randrange(6))) + "]"
        if kind == 1:
            return "[" + ", ".join(self.str() for _ in range(self.rng.randrange(5))) + "]"
        return "[" + ", ".join(items) + "]"

    def texts(self):
        return "[" + ", ".join(self.str() for _ in range(self.rng.randrange(4))) + "]"

    def dict(self):
        return "{" + ", ".join(f"{self.key()}: {self.value()}" for _ in range(self.rng.randrange(4))) + "}"

    def set(self):
        return "{" + ", ".join(str(self.rng.randrange(50)) for _ in range(self.rng.randrange(1, 6))) + "}"

    def key(self):
        return self.pick([self.int, self.str, lambda: f"({self.small()}, {self.str()})", lambda: "None"])()

    def tuple(self):
        return "(" + "".join(f"{self.value()}, " for _ in range(self.rng.randrange(4))) + ")"

    def atom(self):
        if self.names and self.chance(0.5):
            return self.pick(self.names)
        return self.pick([self.int, self.int, lambda: self.pick(FLOATS), self.str, self.str, self.list, self.list, self.dict, self.tuple, self.set,
                          lambda: self.pick(BYTES), lambda: "None", lambda: self.pick(["True", "False", "..."]), lambda: f"range({self.small()})", lambda: f"Box({self.int()})",
                          lambda: f"Sub({self.int()})", lambda: f"Box({self.list()})", lambda: "1j", lambda: f"MyList({self.list()})", lambda: f"MyDict({self.dict()})"])()

    def value(self):
        """Any expression; deeper ones are rarer."""
        if self.depth > 3 or self.chance(0.45):
            self.depth += 1
            text = self.atom() if self.depth < 6 else self.int()
            self.depth -= 1
            return text
        self.depth += 1
        text = self.pick([self.binary, self.binary, self.compare, self.unary, self.subscript, self.call, self.call, self.method, self.method, self.conditional, self.boolean,
                          self.comprehension, self.fstring, self.lambda_call, self.attribute, self.slice, self.percent, self.walrus])()
        self.depth -= 1
        return text

    def fill(self, template):
        makers = {"{v}": self.value, "{i}": self.int, "{n}": self.small, "{s}": self.str, "{l}": self.list, "{d}": self.dict, "{k}": self.key, "{b}": lambda: self.pick(BYTES),
                  "{t}": lambda: self.pick(TYPES), "{spec}": lambda: self.pick(SPECS), "{ls}": self.texts, "{num}": lambda: self.pick([self.int, lambda: self.pick(FLOATS)])()}
        out = template.replace("{{", "\0").replace("}}", "\1")
        for mark, make in makers.items():
            while mark in out:
                out = out.replace(mark, make(), 1)
        return out.replace("\0", "{").replace("\1", "}")

    def binary(self):
        if self.chance(0.08):
            return f"({self.int()} {self.pick(['<<', '>>'])} {self.rng.randrange(-1, 70)})"
        if self.chance(0.08):
            return f"({self.pick([self.int(), self.pick(FLOATS)])} ** {self.rng.randrange(-2, 6)})"
        op = self.pick(BINARY)
        right = self.value()
        if op == "*":  # repetitions stay small
            right = self.small() if self.chance(0.8) else right if not self.names else self.str()
            return f"({self.atom()} * {right})"
        return f"({self.value()} {op} {right})"

    def compare(self):
        if self.chance(0.2):
            return f"({self.value()} {self.pick(COMPARE[:6])} {self.value()} {self.pick(COMPARE[:6])} {self.value()})"
        op = self.pick(COMPARE)
        right = self.pick(["None", "True", "..."]) if op.startswith("is") else self.value()
        return f"({self.value()} {op} {right})"

    def unary(self):
        return f"({self.pick(['-', '+', '~', 'not '])}{self.value()})"

    def subscript(self):
        return f"{self.atom()}[{self.pick([self.small, self.key, self.value])()}]"

    def slice(self):
        part = lambda: self.small() if self.chance(0.6) else ""
        step = f":{part()}" if self.chance(0.4) else ""
        return f"{self.atom()}[{part()}:{part()}{step}]"

    def call(self):
        return self.fill(self.pick(CALLS))

    def method(self):
        kind = self.pick(list(METHODS))
        owner = {"str": self.str, "list": self.list, "dict": self.dict, "set": self.set, "int": lambda: f"({self.int()})", "float": lambda: f"({self.pick(FLOATS)})",
                 "bytes": lambda: self.pick(BYTES), "tuple": self.tuple}[kind]()
        if self.names and self.chance(0.5):
            owner = self.pick(self.names)
        return f"{owner}.{self.fill(self.pick(METHODS[kind]))}"

    def attribute(self):
        return f"({self.value()}).{self.pick(['real', 'imag', 'v', 'start', 'stop', 'nope', 'qx', '__class__.__name__', '__doc__ is None', 'numerator', 'args'])}"

    def conditional(self):
        return f"({self.value()} if {self.value()} else {self.value()})"

    def boolean(self):
        return f"({self.value()} {self.pick(['and', 'or'])} {self.value()})"

    def walrus(self):
        name = self.fresh()
        return f"(({name} := {self.value()}), {name})"

    def comprehension(self):
        name, saved = self.fresh(), list(self.names)
        source = self.value() if self.chance(0.5) else self.list()
        self.names = self.names + [name]
        condition = f" if {self.value()}" if self.chance(0.4) else ""
        inner = ""
        if self.chance(0.2):
            other = self.fresh()
            inner = f" for {other} in range({self.rng.randrange(3)})"
            self.names.append(other)
        body = self.value()
        form = self.rng.randrange(4)
        text = {0: f"[{body} for {name} in {source}{condition}{inner}]", 1: f"{{{name}: {body} for {name} in {source}{condition}}}" if not inner else f"[{body} for {name} in {source}{inner}{condition}]",
                2: f"list({body} for {name} in {source}{condition}{inner})", 3: f"sorted([{body} for {name} in {source}{condition}{inner}], key=repr)"}[form]
        self.names = saved
        return text

    def fstring(self):
        parts = []
        for _ in range(self.rng.randrange(1, 4)):
            inner = self.atom()
            if any(c in inner for c in "\\'\"{}"):
                inner = self.pick(self.names) if self.names else self.int()
            conversion = self.pick(["", "", "!r", "!s", "!a"])
            spec = self.pick(["", "", ":" + self.pick(SPECS)[1:-1]])
            parts.append("{" + inner + conversion + spec + "}")
        return "f'" + self.pick(["", "x ", "{{"]) + "-".join(parts) + "'"

    def percent(self):
        return f"({self.pick(STRS + [repr('%s'), repr('%5d'), repr('%r %s'), repr('%.2f'), repr('%x'), repr('%(a)s'), repr('%-5s|'), repr('%c'), repr('%%')])} % {self.value()})"

    def lambda_call(self):
        name, saved = self.fresh(), list(self.names)
        self.names = self.names + [name]
        body = self.value()
        self.names = saved
        form = self.rng.randrange(5)
        return {0: f"(lambda {name}: {body})({self.value()})", 1: f"(lambda {name}={self.value()}: {body})()", 2: f"(lambda *{name}: {body})({self.value()}, {self.value()})",
                3: f"(lambda **{name}: {body})(a={self.value()})", 4: f"list(map(lambda {name}: {body}, {self.value()}))"}[form]

    # --- statements

    def block(self, indent, budget):
        lines = []
        for _ in range(self.rng.randrange(1, 4)):
            lines += self.statement(indent, budget - 1)
        return lines

    def statement(self, indent, budget):
        pad = "    " * indent
        simple = [self.assign, self.assign, self.assign, self.augment, self.unpack, self.print_it, self.expression, self.set_item, self.delete]
        compound = [self.if_, self.for_, self.while_, self.try_, self.try_, self.function, self.with_, self.match, self.generator, self.class_]
        choices = simple + (compound if budget > 0 else [])
        return [pad + line for line in self.pick(choices)(budget)]

    def target(self):
        if self.names and self.chance(0.3):
            return self.pick(self.names)
        name = self.fresh()
        return name

    def bind(self, name):
        if name not in self.names:
            self.names.append(name)

    def assign(self, budget):
        value, name = self.value(), self.target()
        self.bind(name)
        return [f"{name} = {value}"]

    def augment(self, budget):
        if not self.names:
            return self.assign(budget)
        op = self.pick(BINARY)
        value = self.small() if op == "*" else self.value()
        return [f"{self.pick(self.names)} {op}= {value}"]

    def unpack(self, budget):
        names = [self.fresh() for _ in range(self.rng.randrange(1, 4))]
        star = self.rng.randrange(len(names)) if self.chance(0.4) else -1
        value = self.pick([self.value, self.tuple, self.list])()
        for name in names:
            self.bind(name)
        return [", ".join("*" * (i == star) + name for i, name in enumerate(names)) + f", = {value}" if len(names) == 1
                else ", ".join("*" * (i == star) + name for i, name in enumerate(names)) + f" = {value}"]

    def print_it(self, budget):
        return [f"show(n, clean({self.value()}))"]

    def expression(self, budget):
        return [self.value()]

    def set_item(self, budget):
        if not self.names:
            return self.assign(budget)
        where = self.pick([self.small(), self.key(), f"{self.small()}:{self.small()}"])
        return [f"{self.pick(self.names)}[{where}] = {self.value()}"]

    def delete(self, budget):
        if not self.names:
            return self.assign(budget)
        return [self.pick([f"del {self.pick(self.names)}[{self.small()}]", f"del {self.pick(self.names)}", f"del {self.pick(self.names)}[{self.small()}:]"])]

    def if_(self, budget):
        lines = [f"if {self.value()}:"] + self.block(1, budget)
        if self.chance(0.4):
            lines += [f"elif {self.value()}:"] + self.block(1, budget)
        return lines + (["else:"] + self.block(1, budget) if self.chance(0.5) else [])

    def loop_body(self, budget):
        lines = self.block(1, budget)
        if self.chance(0.3):
            lines.insert(self.rng.randrange(len(lines) + 1) if all(not x.startswith("        ") for x in lines) else 0, f"    if {self.value()}: {self.pick(['break', 'continue'])}")
        return lines

    def for_(self, budget):
        name = self.fresh()
        source = self.pick([lambda: f"range({self.rng.randrange(5)})", self.list, lambda: f"list({self.value()})[:5]", lambda: f"enumerate({self.list()})", lambda: f"{self.dict()}.items()"])()
        self.bind(name)
        return [f"for {name} in {source}:"] + self.loop_body(budget) + (["else:"] + self.block(1, budget) if self.chance(0.2) else [])

    def while_(self, budget):
        name = self.fresh()
        return [f"{name} = 0", f"while {name} < {self.rng.randrange(4)}:", f"    {name} += 1"] + self.loop_body(budget)

    def try_(self, budget):
        lines = ["try:"] + self.block(1, budget)
        if self.chance(0.2):
            lines += [f"    raise {self.pick(EXCEPTIONS)}({self.value()})"]
        handlers = self.rng.randrange(3)
        for _ in range(handlers):
            name = self.fresh()
            lines += [f"except {self.pick(EXCEPTIONS)} as {name}:", f"    show(n, clean({name}), type({name}.__context__).__name__)"] + self.block(1, budget)
            if self.chance(0.15):
                lines += [self.pick(["    raise", f"    raise {self.pick(EXCEPTIONS)}({self.value()}) from {name}"])]
        if handlers and self.chance(0.3):
            lines += ["else:"] + self.block(1, budget)
        if not handlers or self.chance(0.3):
            lines += ["finally:"] + self.block(1, budget)
        return lines

    def function(self, budget):
        name, a, b = self.fresh(), self.fresh(), self.fresh()
        outer = list(self.names)
        form = self.pick([f"{a}, {b}={self.value()}", f"{a}, *{b}", f"*{a}, **{b}", f"{a}, /, {b}={self.small()}", f"{a}, *, {b}={self.value()}", f"{a}, {b}"])
        self.names = outer + [a, b]
        lines = [f"def {name}({form}):"]
        if outer and self.chance(0.3):
            shared = self.pick(outer)
            lines += [f"    nonlocal {shared}"] if shared.startswith("v") else []
        lines += self.block(1, budget) + [f"    return {self.value()}"]
        self.names = outer
        calls = [f"{name}({self.value()})", f"{name}({self.value()}, {self.value()})", f"{name}({self.value()}, {b}={self.value()})", f"{name}(*{self.list()})", f"{name}()"]
        return lines + [f"show(n, clean({self.pick(calls)}))" for _ in range(self.rng.randrange(1, 3))]

    def generator(self, budget):
        name, a = self.fresh(), self.fresh()
        outer = list(self.names)
        self.names = outer + [a]
        lines = [f"def {name}({a}):"] + self.block(1, budget) + [f"    yield {self.value()}"]
        if self.chance(0.5):
            lines += [f"    for {a} in {self.list()}:", f"        yield {self.value()}"]
        if self.chance(0.3):
            lines += [f"    yield from {self.value()}"]
        if self.chance(0.4):
            lines += [f"    return {self.value()}"]
        self.names = outer
        return lines + [self.pick([f"show(n, clean(list({name}({self.value()}))))", f"show(n, clean(next({name}({self.value()}))))",
                                   f"show(n, clean([x for x in {name}({self.value()})]))", f"show(n, clean(dict(enumerate({name}({self.value()})))))"])]

    def class_(self, budget):
        name = "C" + self.fresh()
        a = self.fresh()
        outer = list(self.names)
        base = self.pick(["", "(Box)", "(MyList)", "(MyDict)", "(Exception)", "(MyInt)", "(Sub)"])
        lines = [f"class {name}{base}:", f"    attr = {self.value()}"]
        self.names = [a, "self.attr", "self"]
        lines += [f"    def method(self, {a}):"] + ["    " + x for x in self.block(1, 0)] + [f"        return {self.value()}"]
        if self.chance(0.4):
            lines += [f"    {self.pick(['@property', '@classmethod', '@staticmethod'])}", f"    def other(self): return {self.value()}"]
        self.names = outer
        make = f"{name}({self.value() if base else ''})"
        return lines + [f"show(n, clean({make}.method({self.value()})))", f"show(n, clean({make}.{self.pick(['attr', 'other', 'nope', 'method(1)', 'other()'])}))"]

    def with_(self, budget):
        name = self.fresh()
        self.bind(name)
        return [f"with Box({self.rng.randrange(3)}) as {name}:"] + self.block(1, budget)

    def pattern(self, depth=0):
        name = self.fresh()
        self.bind(name)
        kinds = [lambda: str(self.rng.randrange(5)), lambda: self.str(), lambda: name, lambda: "_", lambda: "None", lambda: f"{self.pick(['int', 'str', 'list', 'dict', 'float'])}({name})",
                 lambda: f"Box(v={self.pattern(depth + 1)})", lambda: f"[{self.pattern(depth + 1)}, {self.pattern(depth + 1)}]", lambda: f"[{self.pattern(depth + 1)}, *{name}]",
                 lambda: f"{{{self.str()}: {self.pattern(depth + 1)}}}", lambda: f"{{**{name}}}"]
        text = self.pick(kinds[:6] if depth > 1 else kinds)()
        return text

    def match(self, budget):
        lines = [f"match {self.value()}:"]
        for _ in range(self.rng.randrange(1, 4)):
            pattern = self.pattern()
            guard = f" if {self.value()}"  # a guard: no pattern makes the later ones unreachable
            lines += [f"    case {pattern}{guard}:"] + ["    " + x for x in self.block(1, budget)]
        return lines + ["    case _: show(n, 'none')"]


def make_case(rng, number, topics):
    """The lines of a case; None when it is no valid Python."""
    maker = Maker(rng)
    if rng.random() < TOPICAL:
        text = rng.choice(topics)(rng, number)
    elif rng.random() < 0.5:
        text = f"run({number}, lambda: {maker.value()})\n"
    else:
        body = []
        for _ in range(rng.randrange(2, 7)):
            if rng.random() < 0.6:  # a failure does not end the case
                body += ["    try:"] + maker.statement(2, 2) + ["    except Exception as e: show(n, clean(e))"]
            else:
                body += maker.statement(1, 2)
        names = sorted(set(maker.names), key=lambda x: int(x[1:]))
        ending = [f"    try: show(n, {name!r}, clean({name}))\n    except NameError: show(n, {name!r}, 'unbound')" for name in names[:6]]
        text = f"def case{number}(n={number}):\n" + "\n".join(body + ending) + f"\nrun({number}, case{number})\n"
    try:
        warnings.simplefilter("ignore")
        compile(text, "case", "exec")
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return None
    return text


def run(command, path, timeout, hash_seed="0"):
    try:
        done = subprocess.run([*command, str(path)], capture_output=True, text=True, errors="replace", timeout=timeout, stdin=subprocess.DEVNULL,
                              env={**os.environ, "PYTHONHASHSEED": hash_seed})
    except subprocess.TimeoutExpired:
        return None, "timeout"
    return done.stdout, done.stderr if done.returncode else ""


def by_case(output):
    """Lines by the number they begin with; what has none belongs to the case before. Addresses are left out."""
    output = re.sub(r"0x[0-9a-f]{8,}", "0x", output)
    cases, current = {}, None
    for line in output.split("\n"):
        head = line.split(" ", 1)[0]
        if head.isdigit():
            current = int(head)
        cases.setdefault(current, []).append(line)
    return cases


def compare_program(options, seed, folder):
    rng = random.Random(seed)
    cases = []
    while len(cases) < options.cases:
        text = make_case(rng, len(cases) + 1, lang_topics.TOPICS if options.language else TOPICS)
        if text:
            cases.append(text)
    path = folder / f"seed{seed}.py"
    path.write_text(HEAD + lang_topics.HEAD + lang_topics_modules.HEAD + "".join(cases), encoding="utf-8", errors="surrogatepass")
    wanted, failure = run([sys.executable, "-W", "ignore"], path, 60)
    if wanted is None or failure:
        print(f"seed {seed}: CPython: {failure.strip().splitlines()[-1] if failure else 'timeout'}")
        return 0, 0
    got, failure = run(shlex.split(options.runner), path, 120)
    if failure:
        print(f"seed {seed}: {failure.strip().splitlines()[-1:]}")
    want, have = by_case(wanted), by_case(got or "")
    if want == have:
        return len(cases), 0
    others = []  # what differs between runs of CPython, by the order of a set of texts, says nothing
    for hash_seed in ("1", "2", "3", "4"):
        again, failure = run([sys.executable, "-W", "ignore"], path, 60, hash_seed)
        others.append(by_case(again or ""))
    differing = [i for i in range(1, len(cases) + 1) if want.get(i) != have.get(i) and all(want.get(i) == other.get(i) for other in others)]
    for i in differing[: options.shown]:
        print(f"--- seed {seed} case {i}" + ("" if options.brief else "\n" + cases[i - 1].rstrip()))
        a, b = want.get(i, []), have.get(i, [])
        for k in range(max(len(a), len(b))):
            x, y = a[k] if k < len(a) else "(nothing)", b[k] if k < len(b) else "(nothing)"
            if x != y:
                print(f"  CPython:  {x[:300]}\n  glassbox: {y[:300]}")
                break
    return len(cases), len(differing)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runner", default="build/release/glassbox run")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--programs", type=int, default=10)
    parser.add_argument("--cases", type=int, default=300)
    parser.add_argument("--shown", type=int, default=20)
    parser.add_argument("--language", action="store_true", help="the subjects of lang_topics.py alone")
    parser.add_argument("--brief", action="store_true", help="without the sources")
    parser.add_argument("--keep", help="a folder where the programs stay")
    options = parser.parse_args()
    if sys.version_info[:2] != (3, 11):
        sys.exit("CPython 3.11 is the oracle")
    print(f"seeds {options.seed} to {options.seed + options.programs - 1}, {options.cases} cases each")
    total = differing = 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(options.keep or temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for seed in range(options.seed, options.seed + options.programs):
            count, bad = compare_program(options, seed, folder)
            total += count
            differing += bad
    print(f"{total} cases, {differing} differ")
    return 1 if differing or not total else 0


if __name__ == "__main__":
    sys.exit(main())

"""Cases of lang_differential.py that each stay with one subject: formats, texts, bytes, numbers, slices, dicts, sets,
classes, generators, exceptions, scopes, calls, regular expressions, JSON, iterators.

`TOPICS` are functions from (rng, number) to the text of a case. A case calls run(n, function) of the other file's HEAD,
or prints with show(n, ...).
"""

HEAD = '''\
import re, json, math, itertools, functools, operator, collections, heapq, bisect, random, string, textwrap, copy
def each(n, *functions):
    for i, f in enumerate(functions):
        try: r = f()
        except RecursionError: print(n, i, 'RecursionError')
        except BaseException as e: print(n, i, type(e).__name__, e)
        else: print(n, i, clean(r))
def steps(n, make, *functions):
    x = make()
    for i, f in enumerate(functions):
        try: r = f(x)
        except BaseException as e: print(n, i, type(e).__name__, e)
        else: print(n, i, clean(r))
    print(n, clean(x))
'''

TEXTS = ["", "a", "ab", "abc", "Hello World", "  padded  ", "a,b,,c", "AbC dEf", "x\ny\r\nz\n", "tab\there", "ß", "straße", "İı", "ǅ", "é", "e\u0301", "日本語",
         "😀x", "\x00\x1f", "0", "42", "-7", "3.14", "1e5", "١٢", "½", "²", "_id", "class", "a b  c", "aaa", "aXbXc", "\u2028line", "\x85", "\u00a0", "ﬁ", "Σας", "ς",
         "%d %s", "{} {x}", "\\n", "it's", 'say "x"', "both'\"", "\ud800", "\u200b", "A" * 30]
INTS = [0, 1, -1, 2, 7, -13, 10, 99, 255, 256, 1000, -1000, 12345678, 2**31 - 1, -2**31, 2**62, 2**63 - 1, 2**63, -2**63, 2**64 + 1, 10**18, 10**25, -10**30, 3**100]
FLOATS = ["0.0", "-0.0", "1.0", "-1.5", "0.1", "2.5", "3.5", "1e16", "1e15", "123456789.123", "1e-5", "1e-4", "5e-324", "1.7976931348623157e308", "float('inf')",
          "-float('inf')", "float('nan')", "1/3", "2/3", "1e22", "1e23", "0.5", "99.995", "1234.5", "-0.00015", "6.02e23", "1e100", "9007199254740993.0"]


def chosen(rng, items, low=1, high=3):
    return [rng.choice(items) for _ in range(rng.randrange(low, high + 1))]


def lambdas(n, bodies):
    return f"each({n}, " + ", ".join(f"lambda: {b}" for b in bodies) + ")\n"


def text(rng):
    if rng.random() < 0.7:
        return repr(rng.choice(TEXTS))
    return repr("".join(rng.choice("abcABC xyz,.-_0159\n\t'\"\\{}%é日ßΣ😀") for _ in range(rng.randrange(9))))


def integer(rng):
    pick = rng.random()
    if pick < 0.4:
        return rng.choice(INTS)
    return rng.randrange(-50, 200) if pick < 0.7 else rng.getrandbits(rng.randrange(1, 200)) * rng.choice((1, -1))


def floating(rng):
    pick = rng.random()
    if pick < 0.45:
        return rng.choice(FLOATS)
    if pick < 0.7:
        return repr(round(rng.uniform(-1000, 1000), rng.randrange(6)))
    return repr(rng.uniform(-1, 1) * 10.0 ** rng.randrange(-30, 30))


def number(rng):
    return f"({integer(rng)})" if rng.random() < 0.5 else f"({floating(rng)})"


# --- formats ------------------------------------------------------------------------------------------------------


def spec(rng):
    out = ""
    if rng.random() < 0.4:
        out += rng.choice(["<", ">", "^", "=", "*<", "0>", "x^", "é=", " >"])
    if rng.random() < 0.25:
        out += rng.choice("+- ")
    if rng.random() < 0.05:
        out += "z"
    if rng.random() < 0.15:
        out += "#"
    if rng.random() < 0.2:
        out += "0"
    if rng.random() < 0.5:
        out += str(rng.choice([0, 1, 3, 5, 8, 10, 12, 20]))
    if rng.random() < 0.2:
        out += rng.choice(",_")
    if rng.random() < 0.4:
        out += "." + str(rng.choice([0, 1, 2, 3, 5, 10, 17]))
    if rng.random() < 0.7:
        out += rng.choice("bcdeEfFgGnosxX%")
    return out


def anything(rng):
    pick = rng.randrange(9)
    return [lambda: number(rng), lambda: number(rng), lambda: f"({floating(rng)})", lambda: text(rng), lambda: "True", lambda: "None",
            lambda: f"complex({floating(rng)}, {floating(rng)})", lambda: "[1, 'a']", lambda: f"({integer(rng)})"][pick]()


def formats(rng, n):
    bodies = []
    for _ in range(4):
        form = rng.randrange(4)
        if form == 0:
            bodies.append(f"format({anything(rng)}, {spec(rng)!r})")
        elif form == 1:
            given = rng.choice(["", "!r", "!s", "!a"])
            bodies.append(f"{'{' + given + ':' + spec(rng).replace('{', '') + '}'!r}.format({anything(rng)})")
        elif form == 2:
            conversion = "%" + "".join(rng.choice("-+ #0") for _ in range(rng.randrange(3))) + rng.choice(["", "", "5", "10", "*"]) + rng.choice(["", "", ".2", ".0", ".10", ".*"])
            stars = conversion.count("*")
            values = [str(rng.randrange(-8, 12)) for _ in range(stars)] + [anything(rng)]
            bodies.append(f"{rng.choice(['', 'a', '%%']) + conversion + rng.choice('diouxXeEfFgGcrsa%')!r} % ({', '.join(values)},)")
        else:
            bodies.append(f"(lambda v: f'{{v{rng.choice(['', '!r', '!s'])}:{spec(rng).replace('{', '')}}}|{{v=}}|{{v!r:>{rng.randrange(12)}}}')({anything(rng)})")
    return lambdas(n, bodies)


def templates(rng, n):
    pieces = ["{}", "{0}", "{1}", "{a}", "{b!r}", "{a:>5}", "{0:{1}}", "{a[0]}", "{b.real}", "{0[x]}", "{{", "}}", "text", "{", "}", "{:}", "{!s}", "{a:{w}}", "{0.imag}", "{a[-1]}", "{ a}", "{a }", "{2}", "{b:.2f}"]
    template = "".join(chosen(rng, pieces, 1, 4))
    return lambdas(n, [f"{template!r}.format({number(rng)}, {rng.choice(['5', repr('>6'), repr('x')])}, a={rng.choice([text(rng), '[1, 2]', '{0: 1}'])}, b={number(rng)}, w=4)",
                       f"{template!r}.format_map({{'a': {text(rng)}, 'b': 2.5, 'w': 3}})"])


# --- texts and bytes ----------------------------------------------------------------------------------------------

TEXT_CALLS = ["upper()", "lower()", "title()", "capitalize()", "swapcase()", "casefold()", "strip()", "lstrip({t})", "rstrip({t})", "strip({t})", "split()", "split({t})",
              "split({t}, {i})", "split(None, {i})", "rsplit({t}, {i})", "rsplit(None, {i})", "splitlines()", "splitlines(True)", "partition({t})", "rpartition({t})",
              "replace({t}, {t})", "replace({t}, {t}, {i})", "find({t})", "find({t}, {i})", "find({t}, {i}, {i})", "rfind({t}, {i})", "index({t})", "rindex({t}, {i})",
              "count({t})", "count({t}, {i}, {i})", "startswith({t})", "startswith(({t}, {t}), {i})", "endswith({t}, {i}, {i})", "join([{t}, {t}])", "join({t})", "center({i})",
              "center({i}, {c})", "ljust({i}, {c})", "rjust({i}, {c})", "zfill({i})", "expandtabs({i})", "removeprefix({t})", "removesuffix({t})", "encode()", "encode('latin-1')",
              "encode('ascii', 'replace')", "encode('ascii', 'backslashreplace')", "encode('ascii', 'xmlcharrefreplace')", "encode('utf-16')", "encode('ascii')", "isalpha()", "isdigit()",
              "isdecimal()", "isnumeric()", "isalnum()", "isspace()", "isupper()", "islower()", "istitle()", "isidentifier()", "isprintable()", "isascii()",
              "translate({{97: 'Z', 98: None, 99: 100}})", "translate(str.maketrans('abc', 'xyz', 'd'))", "__contains__({t})", "__len__()", "__mul__({i})", "__add__({t})"]


def fill(rng, template, make):
    for mark, maker in {"{t}": make, "{i}": lambda r: str(r.randrange(-6, 14)), "{c}": lambda r: repr(r.choice("*-é")), "{n}": number}.items():
        while mark in template:
            template = template.replace(mark, maker(rng), 1)
    return template.replace("{{", "{").replace("}}", "}")


def texts(rng, n):
    bodies = []
    for _ in range(4):
        form = rng.randrange(6)
        if form < 4:
            bodies.append(f"{text(rng)}.{fill(rng, rng.choice(TEXT_CALLS), text)}")
        elif form == 4:
            bodies.append(f"({rng.choice(['repr', 'ascii', 'len', 'list', 'sorted', 'set', 'str', 'min', 'max', 'float', 'int', 'complex', 'ord', 'reversed'])}({text(rng)}))")
        else:
            i, j, k = (rng.choice(["", str(rng.randrange(-9, 9))]) for _ in range(3))
            bodies.append(f"{text(rng)}[{i}:{j}:{k}]")
    return lambdas(n, bodies)


def bytes_text(rng):
    return repr(bytes(rng.choice(b"abcABC 019,\n\t\x00\xff\x80%") for _ in range(rng.randrange(8))))


BYTES_CALLS = ["upper()", "lower()", "title()", "capitalize()", "swapcase()", "strip()", "lstrip({t})", "rstrip({t})", "split()", "split({t})", "split({t}, {i})", "rsplit({t}, {i})", "splitlines()",
               "partition({t})", "rpartition({t})", "replace({t}, {t})", "replace({t}, {t}, {i})", "find({t})", "find({t}, {i})", "rfind({t})", "index({t})", "count({t})", "startswith({t})",
               "endswith(({t}, {t}))", "join([{t}, {t}])", "center({i})", "ljust({i}, b'*')", "zfill({i})", "expandtabs({i})", "hex()", "hex(':')", "hex('-', 2)", "decode()", "decode('latin-1')",
               "decode('utf-8', 'replace')", "decode('ascii', 'ignore')", "decode('utf-8', 'backslashreplace')", "isalpha()", "isdigit()", "isspace()", "isupper()", "istitle()", "isascii()", "removeprefix({t})",
               "translate(bytes(range(256)), b'a')", "find({i})", "count({i})", "__getitem__({i})", "__contains__({i})", "__mul__({i})"]


def byte_strings(rng, n):
    bodies = []
    for _ in range(4):
        owner = bytes_text(rng) if rng.random() < 0.7 else f"bytearray({bytes_text(rng)})"
        form = rng.randrange(7)
        if form < 4:
            bodies.append(f"{owner}.{fill(rng, rng.choice(BYTES_CALLS), bytes_text)}")
        elif form == 4:
            bodies.append(f"{owner} % ({rng.choice([bytes_text(rng), str(integer(rng))])},)" if rng.random() < 0.3 else f"{rng.choice(['%d', '%s', '%x', '%c', '%5.1f', '%r', '%a', '%b']).encode()!r} % ({rng.choice([bytes_text(rng), str(rng.randrange(300)), floating(rng)])},)")
        elif form == 5:
            bodies.append(f"{owner}[{rng.choice(['', '1', '-2'])}:{rng.choice(['', '3', '-1'])}:{rng.choice(['', '2', '-1'])}]")
        else:
            bodies.append(f"{owner} {rng.choice(['+', '<', '==', 'in', '>='])} {bytes_text(rng)}")
    return lambdas(n, bodies)


def array_steps(rng, n):
    moves = []
    for _ in range(6):
        i, j = rng.randrange(-5, 6), rng.randrange(-5, 6)
        b = rng.randrange(-2, 260)
        moves.append(rng.choice([f"x.append({b})", f"x.extend({bytes_text(rng)})", f"x.insert({i}, {b})", f"x.pop({i})", "x.pop()", f"x.remove({b})", "x.reverse()", f"x.__setitem__({i}, {b})",
                                 f"x.__setitem__(slice({i}, {j}), {bytes_text(rng)})", f"x.__delitem__(slice({i}, {j}))", f"x.__iadd__({bytes_text(rng)})", f"x.__setitem__(slice(None, None, 2), {bytes_text(rng)})",
                                 "x.clear()", "bytes(x)", f"x.__imul__({rng.randrange(3)})", f"x.index({b})"]))
    return f"steps({n}, lambda: bytearray({bytes_text(rng)}), " + ", ".join(f"lambda x: {m}" for m in moves) + ")\n"


# --- numbers ------------------------------------------------------------------------------------------------------


def arithmetic(rng, n):
    bodies = []
    for _ in range(5):
        a, b = number(rng), number(rng)
        form = rng.randrange(12)
        if form < 4:
            bodies.append(f"{a} {rng.choice(['+', '-', '*', '/', '//', '%'])} {b}")
        elif form == 4:
            bodies.append(f"({integer(rng)}) {rng.choice(['&', '|', '^', '<<', '>>'])} ({rng.choice([integer(rng), rng.randrange(-3, 130)]) if rng.random() < 0.3 else rng.randrange(0, 130)})".replace("<< (1", "<< (1"))
            if "<<" in bodies[-1] and len(bodies[-1].split("<<")[1]) > 6:
                bodies.pop()
        elif form == 5:
            bodies.append(f"{a} {rng.choice(['<', '<=', '==', '!=', '>', '>='])} {b}")
        elif form == 6:
            bodies.append(f"divmod({a}, {b})")
        elif form == 7:
            bodies.append(f"round({a}, {rng.choice(['None', *map(str, range(-5, 8))])})")
        elif form == 8:
            bodies.append(f"pow({integer(rng)}, {rng.randrange(-3, 60)}, {integer(rng)})" if rng.random() < 0.5 else f"({a}) ** ({rng.choice(['2', '-1', '0.5', '0', '3', '-2', '1/3'])})")
        elif form == 9:
            bodies.append(rng.choice([f"math.{rng.choice(['floor', 'ceil', 'trunc', 'isqrt', 'sqrt', 'log2', 'log10', 'frexp', 'modf', 'isfinite', 'isnan', 'fabs', 'ulp'])}({a})", f"math.{rng.choice(['gcd', 'lcm', 'fmod', 'copysign', 'remainder', 'hypot', 'nextafter', 'isclose'])}({a}, {b})",
                                      f"math.fsum([{a}, {b}, {number(rng)}])", f"math.ldexp({floating(rng)}, {rng.randrange(-40, 40)})"]))
        elif form == 10:
            c = f"complex({floating(rng)}, {floating(rng)})"
            bodies.append(rng.choice([f"{c} {rng.choice(['+', '-', '*', '/', '=='])} {rng.choice([a, c])}", f"abs({c})", f"{c}.conjugate()", f"str({c})", f"{c}.real"]))
        else:
            bodies.append(f"{rng.choice(['int', 'float', 'bool', 'abs', 'str', 'repr', 'hash', 'complex', 'bin', 'hex', 'oct', '-', '~', '+', 'not '])}({a})")
    return lambdas(n, bodies or ["0"])


def number_texts(rng, n):
    digits = "".join(rng.choice("0123456789abcxzAF_") for _ in range(rng.randrange(1, 8)))
    bodies = [f"int({rng.choice(['', ' ', '-', '+', '0x', '0b', '0o', '- '])  + digits + rng.choice(['', ' ', '_'])!r}, {rng.choice([0, 2, 8, 10, 16, 36, rng.randrange(-1, 40)])})",
              f"float({rng.choice(['', '-', ' +']) + ''.join(rng.choice('0123456789._e-+') for _ in range(rng.randrange(1, 9)))!r})",
              f"({integer(rng)}).to_bytes({rng.randrange(0, 12)}, {rng.choice(['big', 'little'])!r}, signed={rng.random() < 0.5})",
              f"int.from_bytes({bytes_text(rng)}, {rng.choice(['big', 'little'])!r}, signed={rng.random() < 0.5})",
              f"float.fromhex(({floating(rng)}).hex())", f"({floating(rng)}).as_integer_ratio()", f"({integer(rng)}).bit_length() + ({integer(rng)}).bit_count()",
              f"complex({text(rng)})", f"float(str({floating(rng)}))", f"({floating(rng)}).is_integer()", f"float({integer(rng)})", f"str({integer(rng)} * 10**{rng.randrange(60)})"]
    return lambdas(n, rng.sample(bodies, 5))


# --- containers ---------------------------------------------------------------------------------------------------


def list_steps(rng, n):
    values = [str(rng.randrange(-3, 9)) for _ in range(rng.randrange(8))]
    moves = []
    for _ in range(8):
        i, j, v = rng.randrange(-7, 8), rng.randrange(-7, 8), rng.randrange(-3, 9)
        k = rng.choice(["None", "1", "2", "-1", "-2", "3"])
        more = "[" + ", ".join(str(rng.randrange(9)) for _ in range(rng.randrange(4))) + "]"
        moves.append(rng.choice([f"x.append({v})", f"x.extend({more})", f"x.insert({i}, {v})", f"x.pop({i})", "x.pop()", f"x.remove({v})", "x.reverse()", "x.sort()", "x.sort(reverse=True)", "x.sort(key=lambda v: v % 3)",
                                 f"x.index({v})", f"x.index({v}, {i}, {j})", f"x.count({v})", f"x[{i}]", f"x[{i}:{j}]", f"x[{i}:{j}:{k}]", f"x.__setitem__({i}, {v})", f"x.__setitem__(slice({i}, {j}), {more})",
                                 f"x.__setitem__(slice({i}, {j}, {k}), {more})", f"x.__delitem__({i})", f"x.__delitem__(slice({i}, {j}, {k}))", f"x.__iadd__({more})", f"x.__imul__({rng.randrange(-1, 3)})", f"x < {more}", f"x == {more}",
                                 f"{v} in x", "x.copy()", "sorted(x, key=lambda v: -v)", "heapq.heapify(x)", f"heapq.heappush(x, {v})", "heapq.heappop(x)", f"bisect.bisect(x, {v})", f"bisect.insort(x, {v})", "list(reversed(x))", f"x + {more}", "[*x, *x][:5]", f"x * {rng.randrange(3)}",
                                 "x.clear()", "functools.reduce(operator.sub, x)", "sum(x)", "min(x)", "max(x, default='none')", "list(enumerate(x, 1))", "random.Random(7).shuffle(x)", "x.insert"]))
    return f"steps({n}, lambda: [{', '.join(values)}], " + ", ".join(f"lambda x: {m}" for m in moves if m != "x.insert") + ")\n"


def key(rng):
    return rng.choice(["1", "1.0", "True", "0", "'a'", "'b'", "(1, 2)", "None", "frozenset()", "2**70", "b'x'", "''", "-1", "-2", "'zz'"])


def dict_steps(rng, n):
    pairs = [f"{key(rng)}: {rng.randrange(9)}" for _ in range(rng.randrange(5))]
    moves = []
    for _ in range(8):
        k, v = key(rng), rng.randrange(9)
        other = "{" + ", ".join(f"{key(rng)}: {rng.randrange(9)}" for _ in range(rng.randrange(3))) + "}"
        moves.append(rng.choice([f"x[{k}]", f"x.__setitem__({k}, {v})", f"x.__delitem__({k})", f"x.get({k})", f"x.get({k}, {v})", f"x.pop({k})", f"x.pop({k}, {v})", "x.popitem()", f"x.setdefault({k}, {v})", f"x.update({other})",
                                 f"x.update([({k}, {v})])", f"x | {other}", f"x.__ior__({other})", f"x == {other}", f"{k} in x", "list(x)", "list(x.values())", "list(x.items())", "list(reversed(x))", "len(x)", f"x.keys() & {other}.keys()",
                                 f"sorted(map(repr, x.keys() | {other}.keys()))", f"sorted(map(repr, x.keys() - {{{k}}}))", f"x.items() <= {other}.items()", f"dict.fromkeys(x, {v})", "x.copy()", "{v: k for k, v in x.items()}", "sorted(x, key=repr)", "max(x, key=repr)",
                                 "x.clear()", f"({k}, {v}) in x.items()", f"{v} in x.values()", "dict(x, z=1)", "{**x, 'q': 0}", "[x.pop(k) for k in list(x)[:1]]", "next(iter(x))", "x.keys().isdisjoint([1])", f"x[[{k}]]"]))
    make = rng.choice(["{%s}", "{%s}", "collections.OrderedDict({%s})", "collections.defaultdict(list, {%s})", "collections.Counter({%s})", "MyDict({%s})"]) % ", ".join(pairs)
    return f"steps({n}, lambda: {make}, " + ", ".join(f"lambda x: {m}" for m in moves) + ")\n"


def set_steps(rng, n):
    def numbers():
        return ", ".join(str(rng.randrange(12)) for _ in range(rng.randrange(1, 6)))

    moves = []
    for _ in range(8):
        v = rng.randrange(12)
        other = rng.choice([f"set([{numbers()}])", f"[{numbers()}]", f"frozenset([{numbers()}])", f"range({v})", "(1, 7)"])
        moves.append(rng.choice([f"x.add({v})", f"x.discard({v})", f"x.remove({v})", f"x.update({other})", f"x.union({other})", f"x.intersection({other})", f"x.difference({other})", f"x.symmetric_difference({other})",
                                 f"x.intersection_update({other})", f"x.difference_update({other})", f"x.symmetric_difference_update({other})", f"x | {other}", f"x & {other}", f"x - {other}", f"x ^ {other}", f"x <= {other}", f"x < {other}", f"x >= {other}",
                                 f"x == {other}", f"x.issubset({other})", f"x.issuperset({other})", f"x.isdisjoint({other})", f"{v} in x", "len(x)", "sorted(x)", "x.copy()", f"x.__ior__({other})", f"x.__isub__({other})", "frozenset(x)", "sum(x)", f"{{{v}}} in x", "list(x)", "x.pop()", "str(x)",
                                 "{i * i for i in x}", f"x.union({other}, [99])", f"x.add([{v}])"]))
    return f"steps({n}, lambda: set([{numbers()}]), " + ", ".join(f"lambda x: {m}" for m in moves) + ")\n"


def unpacking(rng, n):
    def target(depth=0):
        parts = []
        for _ in range(rng.randrange(1, 4)):
            parts.append(target(depth + 1) if depth < 2 and rng.random() < 0.25 else f"t{rng.randrange(6)}")
        if rng.random() < 0.4:
            parts[rng.randrange(len(parts))] = f"*t{rng.randrange(6)}"
        return "[" + ", ".join(parts) + "]"

    def value(depth=0):
        items = [value(depth + 1) if depth < 2 and rng.random() < 0.4 else rng.choice(["1", "'ab'", "2.5", "None", "range(2)", "{3: 4}", "'x'"]) for _ in range(rng.randrange(4))]
        return rng.choice(["[{}]", "({})", "iter([{}])"]).format(", ".join(items) + ("," if items else "")).replace("(,)", "()").replace("[,]", "[]")

    return f"def case{n}(n={n}):\n    {target()} = {value()}\n    return sorted((k, clean(v)) for k, v in locals().items() if k[0] == 't')\nrun({n}, case{n})\n"


# --- functions, classes, generators, exceptions -------------------------------------------------------------------


def calls(rng, n):
    names = list("abcde")[: rng.randrange(1, 6)]
    parts, defaults, star = [], False, False
    slash = rng.randrange(1, len(names) + 1) if rng.random() < 0.3 else 0
    for i, name in enumerate(names):
        if not star and rng.random() < 0.2:
            parts.append(rng.choice(["*", "*args"]))
            star = True
        if star:
            parts.append(name + rng.choice(["", "=7"]))
        else:
            defaults = defaults or rng.random() < 0.3
            parts.append(name + ("=9" if defaults else ""))
            if slash == i + 1:
                parts.append("/")
    if parts[-1] == "*":
        parts.pop()
    if rng.random() < 0.3:
        parts.append("**kw")
    source = f"def f{n}({', '.join(parts)}): return sorted((k, clean(v)) for k, v in locals().items())\n"
    bodies = []
    for _ in range(4):
        given = [str(i) for i in range(rng.randrange(5))]
        if rng.random() < 0.2:
            given.append("*(8, 9)")
        for name in rng.sample(names + ["z"], rng.randrange(min(4, len(names) + 1))):
            given.append(f"{name}=5")
        if rng.random() < 0.2:
            given.append("**{'a': 6, 'y': 1}")
        bodies.append(f"f{n}({', '.join(given)})")
    return source + lambdas(n, bodies)


def classes(rng, n):
    names, lines = [], []
    for letter in "ABCDE"[: rng.randrange(2, 6)]:
        name = f"{letter}{n}"
        bases = rng.sample(names, min(len(names), rng.randrange(3)))
        lines.append(f"    class {name}({', '.join(bases)}):")
        body = []
        for method in rng.sample(["f", "g", "__repr__", "__eq__", "__add__", "__len__", "__getattr__", "prop", "cls", "__call__", "__lt__", "__getitem__", "__bool__", "__init_subclass__", "attr", "__iter__", "__contains__", "__hash__"], rng.randrange(1, 5)):
            more = f"[*super().{method}(), {letter!r}]" if bases and rng.random() < 0.6 else f"[{letter!r}]"
            body += {"f": [f"def f(self): return {more}"], "g": [f"def g(self, x=1): return (x, self.f() if hasattr(self, 'f') else {letter!r})"], "__repr__": [f"def __repr__(self): return '<{letter}>'"],
                     "__eq__": [f"def __eq__(self, o): return {rng.choice(['True', 'False', 'NotImplemented'])}"], "__add__": [f"def __add__(self, o): return {rng.choice([repr(letter + '+'), 'NotImplemented'])}", f"def __radd__(self, o): return {letter + 'r'!r}"],
                     "__len__": [f"def __len__(self): return {rng.randrange(-1, 3)}"], "__getattr__": ["def __getattr__(self, name):", f"    if name == 'dyn': return {letter!r}", "    raise AttributeError(name)"],
                     "prop": ["@property", f"def prop(self): return {letter!r}"], "cls": ["@classmethod", "def cls(c): return c.__name__[0]"], "__call__": [f"def __call__(self, *a, **k): return ({letter!r}, a, k)"],
                     "__lt__": [f"def __lt__(self, o): return {rng.choice(['True', 'NotImplemented'])}"], "__getitem__": ["def __getitem__(self, i):", "    if isinstance(i, int) and i > 2: raise IndexError(i)", "    return i"], "__bool__": [f"def __bool__(self): return {rng.choice(['True', 'False', '1'])}"],
                     "__init_subclass__": ["def __init_subclass__(c, **k): super().__init_subclass__(**k); c.made = c.__name__[0]"], "attr": [f"attr = {letter!r}"], "__iter__": [f"def __iter__(self): return iter({letter!r} * 2)"],
                     "__contains__": ["def __contains__(self, x): return x == 1"], "__hash__": ["def __hash__(self): return 5"]}[method]
        lines += ["        " + x for x in body]
        names.append(name)
    probes = []
    for _ in range(6):
        name = rng.choice(names)
        probes.append(rng.choice([f"{name}().f()", f"{name}().g(2)", f"repr({name}())[:4]", f"{name}() == {name}()", f"{name}() + 1", f"1 + {name}()", f"len({name}())", f"{name}().dyn", f"{name}().prop", f"{name}.cls()", f"{name}()(1, k=2)", f"{name}() < {name}()", f"{name}() > 1",
                                  f"list({name}())", f"bool({name}())", f"{name}.made", f"{name}.attr", f"[c.__name__[0] for c in {name}.__mro__]", f"1 in {name}()", f"hash({name}())", f"{name}() != {name}()", f"{name}().nope", f"{name}(1)", f"isinstance({name}(), {rng.choice(names)})", f"{{ {name}(): 1 }}", f"sorted([{name}(), {name}()])[0] is None", f"{name}()[1]", f"[*{name}()]", f"{name}.f", f"{name}() is {name}()", f"max({name}(), {name}()) is None"]))
    tries = "".join(f"    try: show(n, clean({p}))\n    except Exception as e: print(n, type(e).__name__, e)\n" for p in probes if not p.endswith(".f"))
    return f"def case{n}(n={n}):\n" + "\n".join(lines) + "\n" + tries + f"run({n}, case{n})\n"


def generators(rng, n):
    body = []
    for _ in range(rng.randrange(2, 6)):
        body += rng.choice([["yield 1"], ["x = yield 'a'", "show(n, 'got', x)"], ["for i in range(2): yield i"], ["yield from [7, 8]"], ["try: x = yield 't'", "except ValueError as e: yield ('caught', str(e))"], ["try: yield 'f'", "finally: show(n, 'finally')"],
                            ["y = yield from inner()", "yield ('inner', y)"], ["if (yield): return 'early'"], ["try:", "    yield 'k'", "except KeyError: raise RuntimeError('swapped')"], ["raise ValueError('own')"], ["return 5"], ["try: yield 'x'", "except GeneratorExit: show(n, 'closing'); raise"],
                            ["with Box(1) as b: yield b"], ["yield (yield 'double')"], ["raise StopIteration(3)"], ["try: yield", "except: yield 'bare'"]])
    inner = rng.choice(["    def inner():\n        v = yield 'in'\n        return v\n", "    def inner():\n        try: yield 'in'\n        except KeyError: return 'k'\n", "    def inner():\n        return 3\n        yield\n"])
    moves = []
    for _ in range(7):
        moves.append(rng.choice(["next(g)", "next(g)", "g.send(None)", "g.send(4)", "g.send('s')", "g.throw(ValueError('t'))", "g.throw(KeyError)", "g.close()", "list(g)", "next(g, 'end')", "g.throw(KeyError('k'))", "g.gi_running", "g.throw(ZeroDivisionError)"]))
    tries = "".join(f"    try: show(n, clean({m}))\n    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__)\n" for m in moves)
    return f"def case{n}(n={n}):\n{inner}    def gen():\n" + "".join(f"        {x}\n" for x in body) + f"        yield 'last'\n    g = gen()\n{tries}run({n}, case{n})\n"


def exceptions(rng, n):
    kinds = ["ValueError", "KeyError", "IndexError", "ZeroDivisionError", "TypeError", "MyError", "StopIteration", "OSError", "LookupError", "ArithmeticError", "Exception"]

    def block(pad, depth):
        lines = []
        for _ in range(rng.randrange(1, 3)):
            form = rng.randrange(9 if depth < 3 else 5)
            if form == 0:
                lines.append(f"{pad}log.append({rng.randrange(99)})")
            elif form == 1:
                lines.append(f"{pad}raise {rng.choice(kinds)}({rng.choice(['', repr('m'), '1, 2', 'None'])})" + rng.choice(["", "", " from None", " from KeyError('c')"]))
            elif form == 2:
                lines.append(f"{pad}{rng.choice(['1 / 0', '{}[5]', '[][1]', 'int(log)', 'None.x', 'undefined', 'assert not log, 77', 'next(iter([]))', 'raise', 'len(5)'])}")
            elif form == 3:
                lines.append(f"{pad}{rng.choice(['return', 'return log[:]', 'break', 'continue'])}" if rng.random() < 0.4 else f"{pad}log.append('s')")
            elif form == 4:
                lines.append(f"{pad}i += 1")
            elif form == 5:
                lines += [f"{pad}for j in range(2):", *block(pad + "    ", depth + 1)]
            elif form == 6:
                lines += [f"{pad}with Box({rng.randrange(2)}):", *block(pad + "    ", depth + 1)]
            else:
                lines += [f"{pad}try:", *block(pad + "    ", depth + 1)]
                for kind in rng.sample(kinds[:-1], rng.randrange(3)):
                    caught = rng.choice([kind, f"({kind}, NameError)"])
                    lines += [f"{pad}except {caught} as e{depth}:", f"{pad}    log.append((type(e{depth}).__name__, str(e{depth}), type(e{depth}.__context__).__name__))", *block(pad + "    ", depth + 1)]
                if rng.random() < 0.3:
                    lines += [f"{pad}except Exception as e{depth}:", *block(pad + "    ", depth + 1)]
                if lines[-1] and any(x.startswith(f"{pad}except") for x in lines) and rng.random() < 0.3:
                    lines += [f"{pad}else:", *block(pad + "    ", depth + 1)]
                lines += [f"{pad}finally:", *block(pad + "    ", depth + 1)]
        return lines

    body = "\n".join(block("            ", 0))
    return (f"def case{n}(log):\n    i = 0\n    while i < 3:\n        i += 1\n        try:\n{body}\n        except Exception as error:\n"
            f"            log.append(('out', type(error).__name__, str(error) if not isinstance(error, NameError) else '', type(error.__cause__).__name__, type(error.__context__).__name__, error.__suppress_context__))\n"
            f"    return 'end'\nlog{n} = []\nrun({n}, lambda: case{n}(log{n}))\nprint({n}, clean(log{n}[:40]))\n")


def scopes(rng, n):
    def expression(names, depth=0):
        form = rng.randrange(9 if depth < 3 else 2)
        if form < 2 or not names:
            return rng.choice(names + ["g0", str(rng.randrange(9))])
        if form == 2:
            new = f"c{rng.randrange(4)}"
            return f"[{expression(names + [new], depth + 1)} for {new} in range({rng.randrange(1, 4)})" + (f" if ({expression(names + [new], depth + 2)})" if rng.random() < 0.3 else "") + "]"
        if form == 3:
            new = f"p{rng.randrange(4)}"
            return f"(lambda {new}: {expression(names + [new], depth + 1)})({rng.randrange(9)})"
        if form == 4:
            return f"(w{rng.randrange(3)} := {expression(names, depth + 1)})"
        if form == 5:
            new = f"c{rng.randrange(4)}"
            return f"[f() for f in [lambda: {expression(names + [new], depth + 1)} for {new} in range(2)]]"
        if form == 6:
            new = f"c{rng.randrange(4)}"
            return f"sorted(str(x) for x in {{{expression(names + [new], depth + 1)!s}: {new} for {new} in range(2)}}.values())"
        if form == 7:
            return f"[{expression(names, depth + 1)}, {expression(names, depth + 1)}]"
        new = f"d{rng.randrange(3)}"
        return f"(lambda {new}={expression(names, depth + 1)}: {expression(names + [new], depth + 1)})()"

    declared = rng.choice(["nonlocal a", "global g0", "pass"])
    return (f"g0 = {rng.randrange(9)}\ndef case{n}(n={n}):\n    a, b = 1, 2\n    def inner(b, k={expression(['a', 'b'])}):\n        {declared}\n"
            f"        {rng.choice(['a', 'g0', 'z']) if declared == 'pass' else declared.split()[1]} = {expression(['b', 'k'])}\n        return {expression(['b', 'k'])}\n"
            f"    r = inner({expression(['a', 'b'])})\n    class K:\n        a = {expression(['b'])}\n        q = {expression(['a', 'b'])}\n        def m(self): return {expression(['a', 'b'])}\n"
            f"    return clean((r, a, b, g0, K.a, K.q, K().m()))\nrun({n}, case{n})\n")


# --- library ------------------------------------------------------------------------------------------------------


def pattern(rng, depth=0):
    out = ""
    for _ in range(rng.randrange(1, 4)):
        atom = rng.choice(["a", "b", "c", ".", r"\d", r"\w", r"\s", r"\b", "^", "$", "[ab]", "[^a]", "[a-c1]", r"\W", r"\.", "x", r"\D", "1"])
        if depth < 3 and rng.random() < 0.35:
            inner = pattern(rng, depth + 1)
            atom = rng.choice(["({})", "(?:{})", "(?P<n%d>{})" % rng.randrange(3), "(?={})", "(?!{})", "(?<=a)", "(?<!b)", "({}|{})", "(?i:{})", "(?:{}|a)"]).replace("{}", inner)
        if rng.random() < 0.3 and atom not in ("^", "$", r"\b") and not atom.startswith(("(?=", "(?!", "(?<")) and (atom[0] != "(" or "?" not in atom[3:] and "*" not in atom and "{," not in atom and "|" not in atom):
            atom += rng.choice(["*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{,2}", "{1,}?"])
        out += atom
    if depth == 0 and rng.random() < 0.1:
        out += rng.choice([r"\1", "(?P=n0)", "(", "[", "*", ")", "{2}", r"\2"])
    return out + ("|" + pattern(rng, depth + 1) if rng.random() < 0.1 else "")


def regular_expressions(rng, n):
    p = pattern(rng)
    subject = "".join(rng.choice("aabbc1 .x\nAB_é") for _ in range(rng.randrange(14)))
    flags = rng.choice(["0", "0", "0", "re.I", "re.M", "re.S", "re.A", "re.M | re.I"])
    replacement = rng.choice(["-", r"<\g<0>>", r"[\1]", r"\n", "", r"\g<n0>", "lambda m: m[0].upper() + str(m.lastindex)", "lambda m: repr(m.groups())"])
    replacement = replacement if replacement.startswith("lambda") else repr(replacement)
    bodies = [f"[(m.span(), m.group(), m.groups(), m.groupdict(), m.lastindex) for m in re.finditer({p!r}, {subject!r}, {flags})]", f"re.sub({p!r}, {replacement}, {subject!r}, flags={flags})", f"re.split({p!r}, {subject!r}, flags={flags})", f"re.findall({p!r}, {subject!r}, {flags})",
              f"re.fullmatch({p!r}, {subject!r}, {flags}) is not None", f"re.subn({p!r}, {replacement}, {subject!r}, {rng.randrange(3)}, {flags})", f"re.compile({p!r}, {flags}).search({subject!r}, {rng.randrange(4)}, {rng.randrange(12)})", f"re.match({p!r}, {subject!r}).regs", f"re.compile({p!r}).groupindex"]
    return lambdas(n, rng.sample(bodies, 4))


def jsonable(rng, depth=0):
    form = rng.randrange(10 if depth < 3 else 7)
    if form == 7:
        return "[" + ", ".join(jsonable(rng, depth + 1) for _ in range(rng.randrange(4))) + "]"
    if form > 7:
        return "{" + ", ".join(f"{rng.choice([text(rng), str(rng.randrange(5)), 'None', 'True', '1.5', '(1, 2)' if rng.random() < 0.1 else repr('k')])}: {jsonable(rng, depth + 1)}" for _ in range(rng.randrange(4))) + "}"
    return [lambda: "None", lambda: "True", lambda: str(integer(rng)), lambda: floating(rng), lambda: text(rng), lambda: f"({rng.randrange(5)}, 'x')", lambda: text(rng) if rng.random() < 0.8 else "{1}"][form]()


def json_texts(rng, n):
    value = jsonable(rng)
    options = ", ".join(rng.sample(["indent=2", "sort_keys=True", "ensure_ascii=False", "separators=(',', ':')", "indent='\\t'", "allow_nan=False", "skipkeys=True", "default=repr", "indent=0"], rng.randrange(4)))
    source = "".join(rng.choice(['{', '}', '[', ']', ',', ':', '"a"', '1', '2.5', 'true', 'null', ' ', '-', '"\\u00e9"', 'NaN', '1e5', '"', '\\n', "'"]) for _ in range(rng.randrange(1, 9)))
    good = '[1, {"a": "\\u00e9\\n", "b": [true, null, -1.5e3]}, "x"]'
    cut = rng.randrange(len(good))
    return lambdas(n, [f"json.dumps({value}{', ' + options if options else ''})", f"json.loads({source!r})", f"json.loads({good[:cut] + good[cut + rng.randrange(2):]!r})", f"json.loads(json.dumps({value}, default=str))"])


def iterators(rng, n):
    def source():
        return rng.choice(["'abcd'", "range(5)", "[3, 1, 2, 1]", "iter([1, 2, 3])", "(i * i for i in range(4))", "{1: 2, 3: 4}", "''", "[(1, 'a'), (2, 'b')]", "[[1], [2, 3]]", "['b', 'a', 'B']"])

    def stream(depth=0):
        inner = source() if depth > 1 or rng.random() < 0.4 else stream(depth + 1)
        return rng.choice([f"itertools.chain({inner}, {source()})", f"itertools.islice({inner}, {rng.randrange(4)}, {rng.choice(['None', '3', '6'])}, {rng.randrange(1, 3)})", f"itertools.accumulate({inner}, {rng.choice(['operator.add', 'max', 'lambda a, b: (a, b)'])})", f"itertools.pairwise({inner})", f"zip({inner}, {source()})",
                           f"itertools.zip_longest({inner}, {source()}, fillvalue=0)", f"enumerate({inner}, {rng.randrange(3)})", f"map({rng.choice(['str', 'repr', 'type', 'lambda v: (v, v)'])}, {inner})", f"filter({rng.choice(['None', 'bool', 'lambda v: v != 1'])}, {inner})", f"itertools.takewhile(lambda v: v != 2, {inner})",
                           f"itertools.dropwhile(lambda v: v != 2, {inner})", f"itertools.combinations({inner}, {rng.randrange(4)})", f"itertools.permutations({inner}, {rng.randrange(3)})", f"itertools.product({inner}, {source()})", f"itertools.compress({inner}, [1, 0, 1, 1])", f"itertools.chain.from_iterable({inner})",
                           f"itertools.starmap(lambda *a: a, {inner})", f"((k, list(g)) for k, g in itertools.groupby({inner}, key=type))", f"itertools.islice(itertools.cycle({inner}), 7)", f"reversed(list({inner}))", f"itertools.repeat({inner}, 2)", f"sorted({inner}, key=str)", f"itertools.filterfalse(None, {inner})", f"itertools.combinations_with_replacement({inner}, 2)",
                           f"collections.deque({inner}, maxlen={rng.randrange(4)})", f"heapq.nsmallest(2, {inner}, key=str)", f"(v for v in {inner} if v)", f"itertools.tee({inner})[1]", f"collections.Counter(map(str, {inner})).most_common({rng.randrange(1, 4)})", f"[*{inner}][::-1]", f"dict.fromkeys({inner})", f"iter(lambda it=iter({inner}): next(it), 2)"])

    return lambdas(n, [f"[*itertools.islice({stream()}, 12)]" for _ in range(3)])


def libraries(rng, n):
    seed = rng.choice([str(rng.randrange(1000)), text(rng), floating(rng), "b'x'", str(integer(rng))])
    k = rng.randrange(1, 6)
    words = "[" + ", ".join(text(rng) for _ in range(rng.randrange(1, 5))) + "]"
    sentence = " ".join(rng.choice(["the", "quick-brown", "fox", "jumps.", "over", "a", "lazydogwhichislong", "\n", "\n\n", "\t"]) for _ in range(rng.randrange(12)))
    bodies = [f"(lambda r: [r.random(), r.randint(1, {k}), r.choice('abc'), r.sample(range(20), {k}), r.gauss(0, 1), r.choices('xyz', k={k}), r.uniform(1, 2), r.getrandbits({k * 11}), r.randrange(0, 100, {k}), r.shuffle([]), r.expovariate(2), r.triangular()])(random.Random({seed}))",
              f"textwrap.wrap({sentence!r}, {rng.randrange(1, 30)})", f"textwrap.shorten({sentence!r}, {rng.randrange(5, 30)})", f"textwrap.fill({sentence!r}, {rng.randrange(5, 25)}, initial_indent='* ', subsequent_indent='  ')", f"textwrap.dedent({'  a' + chr(10) + '    b' + chr(10) + rng.choice(['', ' ', chr(9)]) + 'c'!r})",
              f"textwrap.indent({sentence!r}, '> ')", f"string.Template({rng.choice(['$a and ${b}', '$$ $a', '$', '${a', '$c $a', '$a$b'])!r}).{rng.choice(['substitute', 'safe_substitute'])}(a={text(rng)}, b=2)", f"string.capwords({text(rng)})", f"sorted({words}, key=str.lower)", f"functools.reduce(lambda a, b: a + b, {words})",
              f"copy.deepcopy({jsonable(rng)})", f"collections.ChainMap({{1: 2}}, {{1: 3, 4: 5}})[{rng.choice([1, 4, 9])}]", f"operator.itemgetter({rng.randrange(3)}, {rng.randrange(3)})({words})", f"bisect.bisect_left([1, 3, 3, 7], {rng.randrange(9)}) + bisect.bisect_right([1, 3, 3, 7], {rng.randrange(9)})", f"collections.Counter({text(rng)}).most_common({k})",
              f"list(heapq.merge([1, 4, 9], [{rng.randrange(9)}], key=lambda v: v))", f"(lambda d: [d.rotate({rng.randrange(-5, 6)}), d.appendleft(9), d.pop(), list(d), d.maxlen])(collections.deque([1, 2, 3], {rng.choice(['None', '3', '4'])}))", f"collections.namedtuple('P', 'x y')({rng.choice(['1, 2', '1', '1, y=2', 'x=1, y=2, z=3', '*[1, 2, 3]'])})",
              f"functools.partial(divmod, {rng.randrange(9)})({rng.randrange(4)})", f"(lambda c: (c - collections.Counter('ab'), c & collections.Counter('aab'), +c, c.total()))(collections.Counter({text(rng)}))"]
    return lambdas(n, rng.sample(bodies, 4))


TOPICS = [formats, formats, templates, texts, texts, byte_strings, array_steps, arithmetic, arithmetic, number_texts, list_steps, list_steps, dict_steps, dict_steps, set_steps, unpacking, calls, classes, classes, generators,
          exceptions, exceptions, scopes, regular_expressions, regular_expressions, json_texts, iterators, libraries]

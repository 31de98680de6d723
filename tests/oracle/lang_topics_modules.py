"""More subjects of lang_differential.py: dates, decimals, fractions, containers of collections, functools and operator,
contextlib, dataclasses and enums, match, special methods, statistics, csv and pprint.

Like lang_topics: TOPICS are functions from (rng, number) to the text of a case, HEAD stands before all of them.
"""
import random

from lang_topics import floating, integer, lambdas, number, spec, text

HEAD = '''\
import datetime, decimal, fractions, contextlib, dataclasses, enum, statistics, csv, io, pprint, typing, abc, types
from decimal import Decimal as D
from fractions import Fraction as F
def shown(v, depth=0):
    if isinstance(v, (datetime.date, datetime.time, datetime.timedelta, datetime.tzinfo, D, F)): return repr(v)
    if type(v) in (list, tuple): return type(v).__name__ + '(' + ', '.join(shown(x, depth + 1) for x in v) + ')'
    if isinstance(v, (collections.Counter, collections.OrderedDict, collections.deque, collections.ChainMap, enum.Enum)): return repr(v)
    if isinstance(v, tuple) and hasattr(v, '_fields') or dataclasses.is_dataclass(v): return repr(v)
    return clean(v)
def check(n, *functions):
    for i, f in enumerate(functions):
        try: r = f()
        except RecursionError: print(n, i, 'RecursionError')
        except BaseException as e: print(n, i, type(e).__name__, e)
        else: print(n, i, shown(r))
def walk(n, make, *functions):
    x = make()
    for i, f in enumerate(functions):
        try: r = f(x)
        except BaseException as e: print(n, i, type(e).__name__, e)
        else: print(n, i, shown(r))
    print(n, shown(x))
'''


def checks(n, bodies):
    return lambdas(n, bodies).replace("each(", "check(", 1)


def walks(n, make, moves):
    return f"walk({n}, lambda: {make}, " + ", ".join(f"lambda x: {m}" for m in moves) + ")\n"


# --- numbers and dates --------------------------------------------------------------------------------------------


def decimal_text(rng):
    form = rng.randrange(8)
    if form == 0:
        return rng.choice(["'0'", "'-0'", "'1E+3'", "'0.00'", "'NaN'", "'Infinity'", "'-Infinity'", "'1e-10'", "'0E+5'", "'  7 '", "'1_000.5'", "'12.'", "'.5'", "'x'", "''"])
    if form < 3:
        return str(rng.randrange(-100, 100))
    digits = "".join(rng.choice("0123456789") for _ in range(rng.randrange(1, rng.choice([4, 10, 32]))))
    point = rng.randrange(len(digits) + 1)
    return repr(rng.choice(["", "-"]) + digits[:point] + "." + digits[point:] + ("" if rng.random() < 0.8 else f"E{rng.randrange(-20, 20)}"))


def decimals(rng, n):
    def d():
        return f"D({decimal_text(rng)})"

    bodies = []
    for _ in range(5):
        a, b = d(), rng.choice([d(), d(), str(rng.randrange(-9, 9))])
        bodies.append(rng.choice([
            f"{a} {rng.choice(['+', '-', '*', '/', '//', '%'])} {b}", f"{a} {rng.choice(['<', '<=', '==', '>', '!='])} {b}", f"divmod({a}, {b})", f"{a} ** {rng.choice(['2', '3', '-1', '0', 'D(2)'])}",
            f"round({a}, {rng.randrange(-3, 6)})", f"round({a})", f"str({a})", f"int({a})", f"float({a})", f"hash({a})", f"{a}.quantize(D({rng.choice(['1', '0.01', '1E+2', '0.1'])!r}))",
            f"{a}.quantize(D('0.1'), rounding=decimal.{rng.choice(['ROUND_UP', 'ROUND_DOWN', 'ROUND_CEILING', 'ROUND_FLOOR', 'ROUND_HALF_UP', 'ROUND_HALF_DOWN', 'ROUND_HALF_EVEN', 'ROUND_05UP'])})",
            f"{a}.as_tuple()", f"{a}.normalize()", f"{a}.adjusted()", f"{a}.to_eng_string()", f"{a}.to_integral_value()", f"{a}.sqrt()", f"{a}.as_integer_ratio()", f"{a}.copy_sign({d()})", f"{a}.compare({d()})",
            f"{a}.max({d()})", f"{a}.min({d()})", f"abs({a})", f"-{a}", f"+{a}", f"bool({a})", f"format({a}, {spec(rng)!r})", f"{a}.remainder_near({d()})", f"{a}.fma({d()}, {d()})", f"{a}.is_signed()", f"{a}.is_zero()", f"D({floating(rng)})",
            f"{a} + 1.5", f"{a} == {floating(rng)}", f"{a} < {floating(rng)}", f"math.floor({a})", f"math.ceil({a})", f"sum([{a}, {b}])", f"D(({rng.randrange(2)}, (1, 2, 3), {rng.randrange(-5, 5)}))", f"{a}.ln()", f"{a}.exp()", f"{a}.log10()",
            f"{a}.scaleb({rng.randrange(-5, 5)})", f"{a}.next_plus()", f"{a}.next_minus()", f"{a}.number_class()", f"{a}.logb()", f"{a}.same_quantum({d()})", f"{a}.compare_total({d()})", f"{a}.max_mag({d()})", f"{a}.min_mag({d()})", f"{a}.radix()",
            f"{a}.shift({rng.randrange(-4, 4)})", f"{a}.rotate({rng.randrange(-4, 4)})", f"{a}.is_normal()", f"{a}.is_canonical()", f"{a}.canonical()", f"{a}.next_toward({d()})"]))
    if rng.random() < 0.25:
        body = f"{d()} {rng.choice(['+', '/', '*'])} {d()}"
        return f"def case{n}():\n    with decimal.localcontext() as c:\n        c.prec = {rng.randrange(1, 12)}\n        c.rounding = decimal.{rng.choice(['ROUND_UP', 'ROUND_DOWN', 'ROUND_HALF_UP', 'ROUND_FLOOR'])}\n        return shown([{body}, +{d()}, c.prec])\nrun({n}, case{n})\n"
    return checks(n, bodies)


def rationals(rng, n):
    def f():
        return rng.choice([f"F({rng.randrange(-30, 30)}, {rng.randrange(-2, 20)})", f"F({rng.choice(['1/3', '-7/2', '0.125', '1e-3', ' 5 ', '3/0', 'x', '1.5/2', '-.5', '1_0/3'])!r})", f"F({floating(rng)})", f"F({rng.randrange(99)})"])

    bodies = []
    for _ in range(5):
        a, b = f(), rng.choice([f(), f(), str(rng.randrange(-9, 9)), floating(rng)])
        bodies.append(rng.choice([f"{a} {rng.choice(['+', '-', '*', '/', '//', '%'])} {b}", f"{b} {rng.choice(['+', '-', '*', '/', '//', '%'])} {a}", f"{a} {rng.choice(['<', '<=', '==', '>', '!='])} {b}", f"divmod({a}, {b})",
                                  f"{a} ** {rng.choice(['2', '-2', '0', '0.5', 'F(1, 2)', 'F(2)'])}", f"round({a}, {rng.randrange(-2, 5)})", f"round({a})", f"str({a})", f"{a}.limit_denominator({rng.randrange(1, 50)})", f"float({a})", f"int({a})", f"hash({a})",
                                  f"math.floor({a})", f"math.ceil({a})", f"math.trunc({a})", f"({a}.numerator, {a}.denominator)", f"{a}.as_integer_ratio()", f"abs({a})", f"-{a}", f"bool({a})", f"sorted([{a}, {f()}, {b}])", f"sum([{a}, {f()}])", f"F(D({decimal_text(rng)}))", f"{a} + 1j", f"{a} == complex({floating(rng)}, 0)"]))
    return checks(n, bodies)


def dates(rng, n):
    def day():
        return f"datetime.date({rng.randrange(1, 3000)}, {rng.randrange(1, 13)}, {rng.choice([1, 15, 28, 29, 30, 31])})"

    def moment():
        return f"datetime.datetime({rng.randrange(1900, 2100)}, {rng.randrange(1, 13)}, {rng.randrange(1, 29)}, {rng.randrange(24)}, {rng.randrange(60)}, {rng.randrange(60)}, {rng.choice([0, 0, 1, 500000, 123456])}" + rng.choice(["", "", "", ", tzinfo=datetime.timezone.utc", ", tzinfo=datetime.timezone(datetime.timedelta(hours=5, minutes=30))"]) + ")"

    def delta():
        return f"datetime.timedelta({rng.choice(['days', 'hours', 'minutes', 'seconds', 'weeks', 'milliseconds', 'microseconds'])}={rng.choice([rng.randrange(-500, 500), round(rng.uniform(-99, 99), 3)])})"

    pattern = "".join(rng.choice(["%Y", "%m", "%d", "%H", "%M", "%S", "%f", "%j", "%a", "%A", "%b", "%B", "%y", "%p", "%I", "%%", "-", " ", ":", "T", "%U", "%W", "%w", "%z", "%G-%V-%u", "%x", "%X", "%c"]) for _ in range(rng.randrange(1, 6)))
    bodies = []
    for _ in range(5):
        bodies.append(rng.choice([
            day(), moment(), delta(), f"{day()} - {day()}", f"{day()} + {delta()}", f"{moment()} - {moment()}", f"{moment()} + {delta()}", f"{day()}.isoformat()", f"str({moment()})", f"str({delta()})", f"{delta()} * {rng.choice([2, -3, 0.5, 1.1])}", f"{delta()} / {rng.choice(['3', '0.7', delta()])}",
            f"{delta()} // {rng.choice(['3', delta()])}", f"{delta()} % {delta()}", f"divmod({delta()}, {delta()})", f"abs({delta()})", f"{delta()}.total_seconds()", f"({delta()}.days, {delta()}.seconds)", f"{day()}.weekday()", f"{day()}.isocalendar()", f"{day()}.strftime({pattern!r})", f"{moment()}.strftime({pattern!r})",
            f"format({day()}, {pattern!r})", f"{day()}.timetuple()[:8]", f"{day()}.toordinal()", f"datetime.date.fromordinal({rng.randrange(1, 1000000)})", f"{day()}.replace({rng.choice(['year=2000', 'month=2', 'day=30'])})", f"{day()} < {day()}", f"{moment()} == {moment()}", f"{moment()} < {moment()}", f"{day()} == {moment()}",
            f"datetime.datetime.fromisoformat({rng.choice(['2020-01-02', '2020-01-02T03:04:05', '2020-01-02 03:04', '20200102T030405', '2020-W05-3', '2020-01-02T03:04:05.123+02:00', '2020-13-01', 'x', '2020-01-02T25:00', '2020-01-02T03:04:05Z'])!r})", f"datetime.date.fromisoformat({rng.choice(['2020-02-29', '2021-02-29', '20200229', '2020-W01-1', 'x'])!r})",
            f"datetime.datetime.strptime({rng.choice(['2020-03-04', '04/03/20', '12:30 PM', 'Mar 4 2020', '2020-03-04 10:20:30.5', '1 2'])!r}, {rng.choice(['%Y-%m-%d', '%d/%m/%y', '%I:%M %p', '%b %d %Y', '%Y-%m-%d %H:%M:%S.%f', '%d %m'])!r})", f"{moment()}.timestamp() if {moment()}.tzinfo else 0", f"{moment()}.replace(tzinfo=datetime.timezone.utc).timestamp()",
            f"{moment()}.replace(hour={rng.randrange(26)})", f"{moment()}.date()", f"{moment()}.time()", f"datetime.datetime.combine({day()}, datetime.time({rng.randrange(24)}, {rng.randrange(60)}))", f"datetime.time({rng.randrange(24)}, {rng.randrange(60)}).isoformat({rng.choice(['', repr('hours'), repr('milliseconds')])})", f"{moment()}.isoformat({rng.choice(['', repr(' '), repr('T') + ', ' + repr('minutes')])})",
            f"hash({delta()})", f"bool({delta()})", f"-{delta()}", f"{delta()} < {delta()}", f"{day()} - {moment()}", f"{day()} + 1", f"datetime.datetime.fromtimestamp({rng.randrange(2**31)}, datetime.timezone.utc)", f"{moment()}.utcoffset()", f"{moment()}.tzname()", f"{moment()}.astimezone(datetime.timezone.utc) if {moment()}.tzinfo else 1", f"repr(datetime.timezone({delta()}))", f"{day()}.ctime()", f"datetime.date({rng.randrange(-1, 11000)}, {rng.randrange(15)}, {rng.randrange(33)})", f"datetime.date.fromisocalendar({rng.randrange(1990, 2030)}, {rng.randrange(55)}, {rng.randrange(9)})"]))
    return checks(n, bodies)


# --- containers and functions -------------------------------------------------------------------------------------


def ordered_steps(rng, n):
    def k():
        return rng.choice(["'a'", "'b'", "'c'", "1", "None", "(1, 2)"])

    def pairs():
        return "{" + ", ".join(f"{k()}: {rng.randrange(9)}" for _ in range(rng.randrange(5))) + "}"

    kind = rng.choice(["OrderedDict", "Counter", "ChainMap", "deque", "defaultdict", "namedtuple", "UserDict", "UserList"])
    moves = []
    for _ in range(8):
        key, v, i = k(), rng.randrange(9), rng.randrange(-4, 5)
        shared = [f"x[{key}]", f"x.__setitem__({key}, {v})", f"x.pop({key})", f"x.pop({key}, None)", f"{key} in x", "list(x.items())", "len(x)", f"x.get({key})", f"x.setdefault({key}, {v})", f"x.update({pairs()})", f"x == {pairs()}", "repr(x)", f"x | {pairs()}", f"del_(x, {key})", "x.copy()", "bool(x)", "list(x)", f"x.__ior__({pairs()})", "x.popitem()", "sorted(map(str, x))"]
        own = {
            "OrderedDict": [f"x.move_to_end({key})", f"x.move_to_end({key}, last=False)", "x.popitem(last=False)", "list(reversed(x))", f"x == collections.OrderedDict({pairs()})", "next(reversed(x))", "x.popitem(last=True)", f"collections.OrderedDict.fromkeys({k()}, 0)"],
            "Counter": ["x.most_common()", f"x.most_common({rng.randrange(3)})", "x.total()", "sorted(map(str, x.elements()))", f"x + collections.Counter({pairs()})", f"x - collections.Counter({pairs()})", f"x & collections.Counter({pairs()})", f"x | collections.Counter({pairs()})", f"x.subtract({pairs()})", "+x", "-x", f"x <= collections.Counter({pairs()})", f"x.update({text(rng)})", f"x.__iadd__(collections.Counter({pairs()}))", f"x == collections.Counter({pairs()})"],
            "ChainMap": [f"x.new_child({pairs()})", "x.parents", "x.maps", f"x.new_child(z=1)", f"x | {pairs()}"],
            "defaultdict": [f"x[{key}].append({v})", "x.default_factory", f"x.__missing__({key})"],
            "UserDict": ["x.data", f"{{**x}}"],
        }.get(kind)
        if kind == "deque":
            moves.append(rng.choice([f"x.append({v})", f"x.appendleft({v})", "x.pop()", "x.popleft()", f"x.rotate({i})", f"x.extend([{v}, {i}])", f"x.extendleft('ab')", f"x.insert({i}, {v})", f"x.remove({v})", f"x.index({v})", f"x.index({v}, {i})", f"x.count({v})", f"x[{i}]", f"x.__setitem__({i}, {v})", f"del_(x, {i})", "x.reverse()", "x.copy()", "x.maxlen", f"x + collections.deque([{v}])", f"x * {rng.randrange(-1, 3)}", f"x == collections.deque([{v}])", f"x < collections.deque([{v}])", f"{v} in x", "list(reversed(x))", f"x.__iadd__([{v}])", "x.clear()", "x[1:2]", f"x.__imul__({rng.randrange(3)})"]))
        elif kind == "namedtuple":
            moves.append(rng.choice(["x.a", "x[1]", "x[-1]", f"x._replace(a={v})", f"x._replace(z={v})", "x._asdict()", "x._fields", "x == (1, 2)", "x + (3,)", "hash(x)", "x._make([5, 6])", "x._make([5])", "type(x)(1)", "type(x)(*'ab')", "x.count(1)", "x.index(2)", "sorted([x, type(x)(0, 9)])", "[*x]", "x.zz", "setattr_(x)", f"x < (1, {v})", "type(x).a.__doc__", "type(x).__doc__", "x._field_defaults", "{x: 1}[(1, 2)]", "len(x)", "x * 2", "x[::-1]"]))
        elif kind == "UserList":
            moves.append(rng.choice([f"x.append({v})", f"x.insert({i}, {v})", "x.pop()", f"x[{i}]", f"x[{i}:]", f"x + [{v}]", f"[{v}] + x", f"x * 2", f"x.index({v})", "x.sort()", "x.reverse()", f"x == [{v}]", "x.data", f"x.extend([{v}])", f"x.count({v})", f"x < [{v}]", f"{v} in x", "repr(x)", "x.copy()", f"del_(x, {i})"]))
        else:
            moves.append(rng.choice(shared + own * 3))
    make = {"OrderedDict": f"collections.OrderedDict({pairs()})", "Counter": f"collections.Counter({rng.choice([pairs(), text(rng), '[1, 2, 1]'])})", "ChainMap": f"collections.ChainMap({pairs()}, {pairs()})", "deque": f"collections.deque([{rng.randrange(9)}, {rng.randrange(9)}, 3], {rng.choice(['None', '2', '3', '5'])})",
            "defaultdict": f"collections.defaultdict({rng.choice(['list', 'list', 'int', 'None'])}, {pairs()})", "namedtuple": f"collections.namedtuple('P', 'a b'{rng.choice(['', ', defaults=[7]', ', rename=True'])})(1, 2)", "UserDict": f"collections.UserDict({pairs()})", "UserList": f"collections.UserList([{rng.randrange(9)}, {rng.randrange(9)}])"}[kind]
    return "def del_(x, k): del x[k]\ndef setattr_(x): x.a = 5\n" + walks(n, make, moves)


def function_tools(rng, n):
    a, b = rng.randrange(-5, 9), rng.randrange(-5, 9)
    words = "[" + ", ".join(text(rng) for _ in range(rng.randrange(5))) + "]"
    operators = ["add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "and_", "or_", "xor", "lt", "le", "eq", "ne", "gt", "ge", "contains", "concat", "getitem", "countOf", "indexOf", "is_", "matmul", "lshift"]
    operand = lambda: rng.choice([str(a), str(b), "1.5", "'ab'", "[1, 2]", "(1,)", "{1: 2}", "None", "Box(2)"])
    bodies = [f"operator.{rng.choice(operators)}({operand()}, {operand()})", f"operator.itemgetter({rng.choice(['0', '1, 0', 'slice(1, 3)', repr('k')])})({rng.choice(['[1, 2, 3]', repr('abc'), '{0: 1, 1: 2}', '{}', '5'])})", f"operator.attrgetter({rng.choice(['real', 'imag', 'real.imag', 'nope', 'v'])!r})({operand()})",
              f"operator.methodcaller({rng.choice(['upper', 'count', 'nope', 'split'])!r}{rng.choice(['', ', ' + repr('a'), ', 1'])})({text(rng)})", f"functools.reduce(operator.{rng.choice(['add', 'mul', 'or_', 'concat'])}, [{a}, {b}, 3]{rng.choice(['', ', 1', ', None'])})", f"functools.reduce(max, [])", f"functools.partial(lambda *a, **k: (a, k), {a}, z=1)({b}, y=2)", f"functools.partial(pow, {abs(a)}, mod=7)({abs(b)})",
              f"functools.partial(functools.partial(divmod, {a}), {b}).args", f"sorted({words}, key=functools.cmp_to_key(lambda p, q: len(p) - len(q)))", f"sorted({words}, key=operator.methodcaller('lower'), reverse=True)", f"list(map(functools.partial(int, base=2), ['1', '10', '1{a}']))", f"max({words}, key=len, default='none')", f"min({words}, key=lambda w: (len(w), w))",
              f"[*itertools.accumulate({words}, operator.add)]", f"dict(zip({words}, itertools.count({a}, {b})))", f"[''.join(g) for k, g in itertools.groupby({text(rng)}, str.isalpha)]", f"list(itertools.islice(itertools.count({a}, {rng.choice(['2', '0.5', '-1'])}), 4))", f"list(itertools.zip_longest({words}, [1, 2], fillvalue='-'))", f"[list(t) for t in itertools.tee(iter({words}), 2)]",
              f"copy.deepcopy({words})", f"string.Formatter().format({rng.choice(['{0} {1}', '{a!r}', '{0:>5}', '{x}', '{} {}', '{0[1]}'])!r}, {text(rng)}, {a}, a={b})", f"list(string.Formatter().parse({rng.choice(['a{b}c', '{a!r:>{w}}', '{{}}', '{', 'a}'])!r}))", f"statistics.{rng.choice(['mean', 'median', 'mode', 'stdev', 'pstdev', 'variance', 'fmean', 'multimode', 'median_low', 'median_high', 'harmonic_mean', 'quantiles', 'geometric_mean', 'median_grouped'])}({rng.choice([f'[{a}, {b}, 3, 3]', '[]', '[1]', f'[1.5, {abs(a)}, 2]', f'[F(1, 2), {abs(b)}]', '[D(1), D(2)]'])})",
              f"list(csv.reader(io.StringIO({text(rng)} + ',\"x,y\",' + {text(rng)})))", f"(lambda s: [csv.writer(s).writerow([{text(rng)}, {a}, None, 1.5]), s.getvalue()])(io.StringIO())", f"pprint.pformat({rng.choice([words, '{1: ' + words + ', 2: ' + words + '}', '(' + words + ', ' + words + ')', 'list(range(40))', '{}', '[[]]', '[[1, [2, [3]]]]'])}, width={rng.randrange(1, 60)})", f"pprint.pformat([[[{words}]]], depth={rng.randrange(1, 4)})",
              f"io.StringIO({text(rng)} + '\\nb\\n').readlines()", f"(lambda s: [s.write({text(rng)}), s.seek({abs(a)}), s.write('Q'), s.tell(), s.getvalue()])(io.StringIO())", f"heapq.nlargest({a}, {words})", f"heapq.nsmallest({abs(a)}, {words}, key=len)", f"bisect.bisect_left({words}, {text(rng)}, key=len)", f"textwrap.wrap({text(rng)} * 9, {rng.randrange(0, 12)})", f"textwrap.fill(' '.join({words}) * 4, {rng.randrange(4, 30)}, break_long_words=False)"]
    return checks(n, rng.sample(bodies, 5))


# --- classes ------------------------------------------------------------------------------------------------------


def records(rng, n):
    options = ", ".join(rng.sample(["order=True", "frozen=True", "eq=False", "repr=False", "slots=True", "kw_only=True", "unsafe_hash=True", "init=True", "match_args=False"], rng.randrange(4)))
    fields, default = [], False
    for name in "abcd"[: rng.randrange(1, 5)]:
        default = default or rng.random() < 0.4
        kind = rng.choice(["int", "str", "list", "'int'", "typing.ClassVar[int]", "dataclasses.InitVar[int]"] if rng.random() < 0.3 else ["int", "str", "float"])
        value = rng.choice([" = 5", " = 'x'", " = dataclasses.field(default=2, repr=False)", " = dataclasses.field(default_factory=list)", " = dataclasses.field(default=1, compare=False)", " = dataclasses.field(init=False, default=8)", " = dataclasses.field(kw_only=True, default=3)", " = []"]) if default and rng.random() < 0.95 else ""
        fields.append(f"        {name}: {kind}{value}")
    extra = rng.choice(["", "        def __post_init__(self, *rest): show(n, 'post', rest)\n", "        def method(self): return self.a\n", "        @property\n        def twice(self): return self.a * 2\n"])
    probes = [rng.choice(["R(1)", "R(1, 2)", "R(a=1)", "R()", "R(1, 2, 3, 4)", "R(1, b='q')", "R(*'wxyz')", "R(1) == R(1)", "R(1, 2) < R(1, 3)", "hash(R(1)) == hash(R(1))", "dataclasses.asdict(R(1))", "dataclasses.astuple(R(1, 2))", "dataclasses.replace(R(1), a=9)", "dataclasses.replace(R(1, 2), zz=9)", "setattr_(R(1))", "[f.name for f in dataclasses.fields(R)]", "R.__match_args__", "R(1).a", "R(1).method()", "R(1).twice", "R.__doc__", "S(1)", "S(1, e=3)", "dataclasses.is_dataclass(R)", "R(1).__dict__", "sorted([R(2), R(1)])", "{R(1): 2}", "S(1) == R(1)", "R(1) != R(2)", "R.__hash__ is None", "R(1, c=7)"]) for _ in range(6)]
    tries = "".join(f"    try: show(n, shown({p}))\n    except Exception as e: print(n, type(e).__name__, str(e).replace('case{n}.<locals>.', ''))\n" for p in probes)
    return f"def case{n}(n={n}):\n    def setattr_(x): x.a = 5; return x\n    @dataclasses.dataclass({options})\n    class R:\n" + "\n".join(fields) + f"\n{extra}    @dataclasses.dataclass\n    class S(R):\n        e: int = 1\n{tries}run({n}, case{n})\n"


def enumerations(rng, n):
    base = rng.choice(["enum.Enum", "enum.IntEnum", "enum.Flag", "enum.IntFlag", "enum.StrEnum", "str, enum.Enum", "int, enum.Enum"])
    names = ["RED", "GREEN", "BLUE", "DARK"][: rng.randrange(1, 5)]
    values = {"str": ["'r'", "'g'", "'b'", "enum.auto()"], "int": ["1", "2", "4", "enum.auto()"], "any": ["1", "'g'", "(1, 2)", "enum.auto()", "2.5"]}["str" if "tr" in base else "int" if "nt" in base or "Flag" in base else "any"]
    body = "".join(f"        {name} = {rng.choice(values)}\n" for name in names) + rng.choice(["", "        def double(self): return (self.name, self.value)\n", "        def __str__(self): return f'<{self.name}>'\n", "        @classmethod\n        def _missing_(cls, value): return list(cls)[0] if value == 99 else None\n", "        @property\n        def low(self): return self.name.lower()\n"])
    one = rng.choice(names)
    probes = [rng.choice([f"E.{one}", f"E.{one}.value", f"E({rng.choice(['1', '2', '3', repr('r'), '99', 'None', repr('RED')])})", f"E[{rng.choice(names + ['NOPE'])!r}]", "list(E)", "len(E)", f"E.{one} == {rng.choice(['1', repr('r'), f'E.{names[0]}'])}", f"E.{one} is E.{names[0]}", "[*E.__members__]", f"E.{one} in E", "1 in E", f"E.{one}.double()", f"str(E.{one})", f"f'{{E.{one}:>9}}'", f"f'{{E.{one}!r}}'", f"E.{one} | E.{names[-1]}", f"~E.{one}", f"E.{one} & E.{names[-1]}", f"E.{one} + 1", f"E.{one} < E.{names[-1]}", f"hash(E.{one}) == hash(E.{one})", f"set_(E)", f"E.{one}.low", f"E.{one}.name", "E.NOPE", f"E.{one}.RED", f"isinstance(E.{one}, {rng.choice(['int', 'str', 'E'])})", "sorted(E)", f"json.dumps(E.{one})", f"'%s' % E.{one}", f"E.{one}.real", "E(3)", "E(0)", "list(E(3))", f"bool(E.{one})", f"E.{one} ^ E.{names[-1]}", "E('a', 'X Y')", "enum.Enum('Z', 'P Q')['Q']", f"{{E.{one}: 1}}[E.{one}]", f"copy.deepcopy(E.{one}) is E.{one}", f"type(E.{one}).__name__", f"E.{one}.upper()", f"len(E.{one})", f"'%d' % E.{one}"]) for _ in range(7)]
    tries = "".join(f"    try: show(n, shown({p}))\n    except Exception as e: print(n, type(e).__name__, str(e).replace('case{n}.<locals>.', ''))\n" for p in probes)
    return f"def case{n}(n={n}):\n    def set_(x): x.RED = 5\n    class E({base}):\n{body}{tries}run({n}, case{n})\n"


def special_methods(rng, n):
    results = ["1", "'s'", "None", "NotImplemented", "[1]", "self", "o", "2.5", "(self.v, o)", "True", "-1", "2**70"]
    binary = ["add", "radd", "iadd", "sub", "rsub", "mul", "rmul", "imul", "truediv", "rtruediv", "floordiv", "mod", "rmod", "divmod", "rdivmod", "pow", "rpow", "and", "ror", "xor", "lshift", "matmul", "rmatmul", "eq", "ne", "lt", "le", "gt", "ge", "contains", "getitem", "delitem", "getattr", "format", "missing"]
    unary = ["neg", "pos", "invert", "abs", "len", "bool", "int", "float", "index", "complex", "str", "repr", "hash", "iter", "next", "reversed", "enter", "bytes", "length_hint", "round", "trunc", "floor", "ceil", "sizeof", "call"]
    lines = []
    for name in rng.sample(binary, 5):
        stop = "\n            if isinstance(o, int) and o > 3: raise IndexError(o)\n           " if name == "getitem" else ""  # iteration ends
        lines.append(f"        def __{name}__(self, o):{stop} return {rng.choice(results)}")
    for name in rng.sample(unary if rng.random() < 0.5 else [u for u in unary if u != "next"], 4):
        if name in ("iter", "next") and any("__next__" in x or "__iter__" in x for x in lines):
            continue  # the two together never end
        lines.append(f"        def __{name}__(self{', *o' if name in ('call', 'round') else ''}): return {rng.choice([r for r in results if 'o' not in r.replace('NotImplemented', '').replace('None', '')] + ['iter([1, 2])', 'self.v', '0', repr('t')])}")
    parent = rng.choice(["", "", "", "(int)", "(str)", "(list)", "(dict)", "(tuple)", "(float)"])
    make = {"(int)": "X(3)", "(str)": "X('ab')", "(list)": "X([1, 2])", "(dict)": "X(a=1)", "(tuple)": "X((1, 2))", "(float)": "X(1.5)"}.get(parent, "X()")
    other = lambda: rng.choice(["1", "2.5", "'s'", "[1]", make, "None", "True", "(1, 2)", "Y()"])
    probes = []
    for _ in range(8):
        o = other()
        probes.append(rng.choice([f"{make} {rng.choice(['+', '-', '*', '/', '//', '%', '&', '|', '^', '<<', '@', '<', '<=', '==', '!=', '>', '>=', 'in'])} {o}", f"{o} {rng.choice(['+', '-', '*', '/', '%', '&', '|', '@', '<', '==', '!=', '>', 'in'])} {make}", f"{rng.choice(['-', '+', '~', 'not '])}{make}", f"{rng.choice(['abs', 'len', 'bool', 'int', 'float', 'complex', 'str', 'repr', 'hash', 'iter', 'list', 'next', 'reversed', 'bytes', 'round', 'math.floor', 'math.trunc', 'operator.index', 'sum', 'sorted', 'bin', 'chr', 'format', 'ascii', 'callable', 'any', 'max', 'tuple', 'set', 'dict', 'range', 'enumerate'])}({make})",
                                  f"divmod({make}, {o})", f"pow({make}, {o})", f"{make}[{o}]", f"{make}[1:2]", f"{make}.zz", f"{make}(1, 2)", f"format({make}, '>5')", f"f'{{{make}!s:>4}}'", f"'%s %r' % ({make}, {make})", f"'%d' % {make}", f"[10, 20, 30][{make}]", f"'ab' * {make}", f"isinstance({make}, X)", f"{{{make}: 1}}", f"[{o}, {make}].index({o})", f"iadd_({make}, {o})", f"imul_({make}, {o})", f"del_({make})", f"[*{make}]", f"with_({make})", f"round({make}, 1)", f"sorted([{make}, {make}])", f"max({make}, {o})", f"sum([{make}], {o})", f"zip({make})", f"' '.join([{make}])", f"operator.length_hint({make}, 7)", f"math.sqrt({make})", f"(lambda *a: len(a))(*{make})", f"unpack_({make})", f"json.dumps({make})", f"[1, 2, 3][:{make}]"]))
    tries = "".join(f"    try: show(n, clean({p}))\n    except Exception as e: print(n, type(e).__name__, str(e).replace('case{n}.<locals>.', ''))\n" for p in probes)
    return (f"def case{n}(n={n}):\n    def iadd_(x, o): x += o; return x\n    def imul_(x, o): x *= o; return x\n    def del_(x): del x[1]\n    def unpack_(x): a, b = x; return [a, b]\n    def with_(x):\n        with x as y: return y\n    class X{parent}:\n        v = 4\n" + "\n".join(lines)
            + f"\n    class Y(X):\n        def __radd__(self, o): return 'Y'\n{tries}run({n}, case{n})\n")


def managers(rng, n):
    def body():
        return rng.choice(["show(n, 'body')", "raise ValueError('v')", "raise KeyError('k')", "1 / 0", "return 'early'", "log.append(1)"])

    def manager(outside=True):
        return rng.choice(["tag('a')", "tag('b')", "contextlib.suppress(ValueError)", "contextlib.suppress(KeyError, ZeroDivisionError)", "contextlib.nullcontext(3)", "contextlib.closing(io.StringIO('x'))", "Box(1)", "Box(0)", "swallow()", "contextlib.redirect_stdout(io.StringIO())", "5", "broken()"] + ["stack()"] * outside)

    inner = rng.choice(["yield name", "try: yield name\n        except ValueError as e: show(n, 'saw', e)", "try: yield name\n        finally: show(n, 'left', name)", "yield 1; yield 2", "if False: yield", "try: yield\n        except Exception as e: raise RuntimeError('other') from e"])
    return f"""def case{n}(n={n}):
    log = []
    @contextlib.contextmanager
    def tag(name):
        show(n, 'enter', name)
        {inner}
    class swallow:
        def __enter__(self): return self
        def __exit__(self, *a): show(n, 'exit', a[0] and a[0].__name__); return {rng.choice(['True', 'False', 'None', '1', "''"])}
    class broken:
        def __enter__(self): raise OSError('enter')
        def __exit__(self, *a): show(n, 'never')
    @contextlib.contextmanager
    def stack():
        with contextlib.ExitStack() as s:
            s.callback(show, n, 'callback', 1)
            s.enter_context({manager(False)})
            {rng.choice(["s.push(lambda *a: show(n, 'pushed', a[0] and a[0].__name__))", 's.push(swallow())', 's.pop_all().close()', 's.close()', 'pass'])}
            yield s
    def go():
        with {manager()} as a, {manager()} as b:
            show(n, type(a).__name__, type(b).__name__)
            with {manager()}:
                {body()}
            {body()}
        return 'end'
    try: return (clean(go()), log)
    except Exception as e: return (type(e).__name__, str(e), type(e.__context__).__name__, type(e.__cause__).__name__)
run({n}, case{n})
"""


def matching(rng, n):
    def pattern(depth=0):
        form = rng.randrange(14 if depth < 3 else 6)
        if form < 2:
            return rng.choice(["0", "1", "-1", "2.5", "'a'", "b'x'", "None", "True", "'x' 'y'", "1+2j", "-0.0"])
        if form < 4:
            return f"c{rng.randrange(6)}"
        if form == 4:
            return "_"
        if form == 5:
            return rng.choice(["enum.Flag", "K.X", "math.pi", "K.Y.real"])
        if form in (6, 7):
            parts = [pattern(depth + 1) for _ in range(rng.randrange(4))]
            if rng.random() < 0.4:
                parts.insert(rng.randrange(len(parts) + 1), rng.choice(["*_", f"*c{rng.randrange(6)}"]))
            return "[" + ", ".join(parts) + "]"
        if form == 8:
            parts = [f"{rng.choice([repr('a'), '1', 'None', repr('b')])}: {pattern(depth + 1)}" for _ in range(rng.randrange(3))]
            return "{" + ", ".join(parts + rng.choice([[], [f"**c{rng.randrange(6)}"]])) + "}"
        if form == 9:
            return f"({pattern(depth + 1)} as c{rng.randrange(6)})"
        if form == 10:
            return f"({rng.choice(['1', repr('a'), 'None', '[_]'])} | {rng.choice(['2', 'int()', 'str()', '{}', '[_, _]'])} | {rng.choice(['3', 'list()', 'P(0, 0)'])})"
        if form == 11:
            return rng.choice(["int()", "str()", "list()", "dict()", "float()", "tuple()", "set()", "bool()", "bytes()", "object()"]).replace("()", rng.choice(["()", f"({pattern(depth + 1)})"]))
        if form == 12:
            return f"P({rng.choice(['', pattern(depth + 1), pattern(depth + 1) + ', ' + pattern(depth + 1), 'y=' + pattern(depth + 1), pattern(depth + 1) + ', y=' + pattern(depth + 1), '1, 2, 3', 'z=_', '1, x=2'])})"
        return f"Box(v={pattern(depth + 1)})"

    subjects = ["0", "1", "'a'", "[1, 2]", "(1, [2, 'a'])", "{'a': 1, 1: [2], None: 3}", "P(1, 2)", "P(0, 0)", "Box([1])", "None", "True", "2.5", "[]", "{}", "range(3)", "b'x'", "'xy'", "(P(1, 2), {'b': 'a'})", "collections.deque([1, 2])", "MyDict({'a': 1})", "MyList([1])", "1+2j", "{1}", "iter([1])", "collections.OrderedDict(a=1)", "bytearray(b'x')", "[[1, 2], [3, [4, 5]]]", "-1", "math.pi", "K.X", "'ab'", "float('nan')"]
    cases = "".join(f"            case {pattern()}{rng.choice(['', ' if True', ' if c0 == 1', ' if not c1'])}: return ({i}, sorted((k, clean(v)) for k, v in locals().items() if k[0] == 'c'))\n" for i in range(rng.randrange(1, 5)))
    return f"""def case{n}(n={n}):
    class K: X = 1; Y = 2.5
    class P:
        __match_args__ = {rng.choice(["('x', 'y')", "('x', 'y')", "('y',)", "['x']", "()", "('nope', 'x')", "(1, 2)"])}
        def __init__(self, x, y): self.x = x; self.y = y
    def go(subject):
        match subject:
{cases}        return 'none'
    for s in ({', '.join(rng.sample(subjects, 4))}):
        try: show(n, clean(go(s)))
        except Exception as e: print(n, type(e).__name__, e)
run({n}, case{n})
"""


def descriptors(rng, n):
    pieces = {
        "slots": "        __slots__ = ('a', 'b')\n", "prop": "        @property\n        def p(self): return self.a\n        @p.setter\n        def p(self, v): self.a = v\n        @p.deleter\n        def p(self): del self.a\n",
        "data": "        d = Data()\n", "plain": "        q = Plain()\n", "getattr": "        def __getattr__(self, name): return 'ga ' + name if name != 'zz' else super().__getattribute__(name)\n", "getattribute": "        def __getattribute__(self, name): return object.__getattribute__(self, name) if name[0] in '_ab' else 'gb ' + name\n",
        "setattr": "        def __setattr__(self, name, v): object.__setattr__(self, name, (v,))\n", "delattr": "        def __delattr__(self, name): show(n, 'del', name)\n", "cached": "        @functools.cached_property\n        def c(self): show(n, 'cached'); return 7\n", "init": "        def __init__(self, a=1): self.a = a\n", "new": "        def __new__(cls, *a): show(n, 'new', a); return super().__new__(cls)\n",
        "subclass": "        def __init_subclass__(cls, tag=None, **k): super().__init_subclass__(**k); cls.tag = tag\n", "item": "        def __class_getitem__(cls, k): return ('item', k)\n", "static": "        @staticmethod\n        def s(*a): return a\n", "klass": "        @classmethod\n        def k(cls, *a): return (cls.__name__, a)\n", "dict": "        x = 5\n", "abstract": "        @abc.abstractmethod\n        def must(self): pass\n"}
    chosen = rng.sample(list(pieces), rng.randrange(2, 7))
    bases = rng.choice(["", "", "(abc.ABC)", "(metaclass=Meta)", "(metaclass=abc.ABCMeta)"])
    probes = [rng.choice(["A().a", "A().p", "A().d", "A().q", "A.d", "A.q", "A().zz", "A().x", "A.x", "A().c", "set_(A(), 'a', 3)", "set_(A(), 'p', 3)", "set_(A(), 'd', 3)", "set_(A(), 'q', 3)", "set_(A(), 'new', 3)", "set_(A(), 'x', 3)", "del_(A(), 'a')", "del_(A(), 'p')", "del_(A(), 'd')", "del_(A(), 'x')", "A(2).a", "A(2, 3)", "A().s(1)", "A.s(1)", "A.k(1)", "A().k(1)", "A[1]", "B().a", "B.tag", "B[0]", "A().__dict__", "hasattr(A(), 'nope')", "getattr(A(), 'a', 'd')", "vars(A())", "A.__name__", "type(A()).__name__", "sorted(k for k in vars(A) if k[0] != '_')", "A.made", "isinstance(B(), A)", "issubclass(B, A)", "B.__mro__[1].__name__", "A.__abstractmethods__", "[A(), 1][1]", "A.p.fget(A())", "cache_()", "A() == A()", "super(B, B()).a", "A.nope", "del_(A, 'x')", "set_(A, 'y', 2).y", "A.__init__", "callable(A)", "A.p", "bool(A())"]) for _ in range(8)]
    tries = "".join(f"    try: show(n, clean({p}))\n    except Exception as e: print(n, type(e).__name__, str(e).replace('case{n}.<locals>.', ''))\n" for p in probes)
    return f"""def case{n}(n={n}):
    class Data:
        def __set_name__(self, owner, name): self.name = name
        def __get__(self, o, t=None): return ('get', self.name, o is None)
        def __set__(self, o, v): show(n, 'set', self.name, v)
    class Plain:
        def __get__(self, o, t=None): return ('plain', o is None)
    class Meta(type):
        def __call__(cls, *a, **k): show(n, 'call', a); return super().__call__(*a, **k)
        def __new__(m, name, bases, ns, **k): ns['made'] = name; return super().__new__(m, name, bases, ns, **k)
    def set_(o, k, v): setattr(o, k, v); return o
    def del_(o, k): delattr(o, k)
    def cache_(): o = A(); return (o.c, o.c, o.__dict__)
    class A{bases}:
{''.join(pieces[c] for c in chosen)}    class B(A{rng.choice(['', ", tag='t'"]) if 'subclass' in chosen else ''}): {rng.choice(['pass', 'a = 9', 'must = None', "__slots__ = ('e',)"])}
{tries}run({n}, case{n})
"""


def streams(rng, n):
    """Generators that work together: send, throw, close, yield from, return values. None says when it is closed: a
    traceback keeps CPython's frames, and so what they walk over, alive a little longer."""
    source = rng.choice(["range(6)", "iter('abcdef')", "(x * x for x in range(5))", "counter(4)", "averager()", "chain(counter(2), 'xy')"])
    pipe = source
    for _ in range(rng.randrange(3)):
        pipe = rng.choice([f"pairs({pipe})", f"keep({pipe})", f"numbered({pipe})", f"chain({pipe}, counter(2))", f"itertools.islice({pipe}, 4)", f"guard({pipe})"])
    moves = [rng.choice(["next(g)", "next(g, 'end')", "g.send(1)", "g.send(None)", "g.throw(ValueError('t'))", "g.throw(ValueError)", "g.throw(StopIteration(5))", "g.throw(GeneratorExit)", "g.close()", "list(itertools.islice(g, 2))", "[*g]", "iter(g) is g", "sum(1 for _ in g)", "dict(zip('ab', g))", "g.gi_frame is None", "g.__name__", "max(g, default=0)", "2 in g", "*g, 1", "tuple(g)"]) for _ in range(7)]
    tries = "".join(f"    try: show(n, clean(({m})))\n    except BaseException as e: print(n, type(e).__name__, e, clean(getattr(e, 'value', None)), type(e.__cause__).__name__, type(e.__context__).__name__)\n" for m in moves)
    return f"""def case{n}(n={n}):
    def counter(k):
        got = None
        for i in range(k):
            try: got = yield (i, got)
            except ValueError as e: show(n, 'counter', e); {rng.choice(['raise', 'continue', 'return "stopped"', 'raise KeyError(i)', 'raise KeyError(i) from None'])}
        return k
    def averager():
        total = count = 0
        for _ in range(9):
            value = yield total / count if count else None
            if value is None: {rng.choice(['return total', 'value = 0', 'break'])}
            total += value; count += 1
    def chain(*its):
        last = None
        for it in its: last = yield from it
        return last
    def pairs(it):
        it = iter(it)
        for a in it:
            yield a, next(it{rng.choice(["", ", None"])})
    def keep(it):
        for x in it: yield x
    def numbered(it):
        result = yield from enumerate(it, 1)
        return result
    def guard(it):
        try: yield from it
        except GeneratorExit: {rng.choice(['raise', 'return', 'yield 1'])}
        except Exception as e: yield type(e).__name__
    g = {pipe}
{tries}run({n}, case{n})
"""


TOPICS = [decimals, decimals, rationals, dates, dates, ordered_steps, ordered_steps, function_tools, function_tools, records, enumerations, special_methods, special_methods, managers, matching, matching, descriptors, descriptors, streams]

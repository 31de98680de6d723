# Generated cases of one subject: what each computes or how it fails.
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
each(1, lambda: json.dumps('aaa', skipkeys=True, indent=2), lambda: json.loads(' trueNaN,:'), lambda: json.loads('[1, {"a": "\\u00e9\\n", "b": [true, null, -1.5e3]}, x"]'), lambda: json.loads(json.dumps('aaa', default=str)))
each(2, lambda: json.dumps(4523547895092.778), lambda: json.loads("'[\\ntrue{},}"), lambda: json.loads('[1, {"a": "\\u00e9\\n", "b": [true, nll, -1.5e3]}, "x"]'), lambda: json.loads(json.dumps(4523547895092.778, default=str)))
each(3, lambda: json.dumps(None, indent=0, allow_nan=False, skipkeys=True), lambda: json.loads('"\\u00e9"NaNtrue}{"\\u00e9"null'), lambda: json.loads('[1, {"a": "\\u00e\\n", "b": [true, null, -1.5e3]}, "x"]'), lambda: json.loads(json.dumps(None, default=str)))
each(4, lambda: json.dumps('²'), lambda: json.loads('\'"a"2.5"a""\\u00e9"}\''), lambda: json.loads('[1, {"a": "\\u009\\n", "b": [true, null, -1.5e3]}, "x"]'), lambda: json.loads(json.dumps('²', default=str)))
each(5, lambda: json.dumps(129, allow_nan=False, indent=0, default=repr), lambda: json.loads('true\\n "\\u00e9"-'), lambda: json.loads('[1,{"a": "\\u00e9\\n", "b": [true, null, -1.5e3]}, "x"]'), lambda: json.loads(json.dumps(129, default=str)))
each(6, lambda: json.dumps(-3.300547861365224e-08, sort_keys=True), lambda: json.loads('"\\u00e9"]true"a" "\\u00e9"'), lambda: json.loads('[1, {"a": "\\u00e9\\n", "b": [true, null, -1.5e3], "x"]'), lambda: json.loads(json.dumps(-3.300547861365224e-08, default=str)))
each(7, lambda: json.dumps({None: None, 'k': {'k': True, 1.5: -85783355620880.2}, None: 99.995}, default=repr, skipkeys=True, indent=2), lambda: json.loads('-"null2.5[\\n'), lambda: json.loads('[, {"a": "\\u00e9\\n", "b": [true, null, -1.5e3]}, "x"]'), lambda: json.loads(json.dumps({None: None, 'k': {'k': True, 1.5: -85783355620880.2}, None: 99.995}, default=str)))
each(8, lambda: json.dumps(''), lambda: json.loads('2.5true'), lambda: json.loads('[1, {"a": "\\u00e9\\n", "b": [true, null, -1.5e3]}, "x"]'), lambda: json.loads(json.dumps('', default=str)))
each(9, lambda: json.dumps(1e22, allow_nan=False, ensure_ascii=False, indent=0), lambda: json.loads('\\n\\n\\nNaN[}true2.5'), lambda: json.loads('[1, {"a": "\\u00e9\\n", "b": [true, null, -15e3]}, "x"]'), lambda: json.loads(json.dumps(1e22, default=str)))
each(10, lambda: json.dumps(['1}a-_1', (1, 'x')], allow_nan=False, separators=(',', ':'), default=repr), lambda: json.loads("}true'"), lambda: json.loads('[1, {"a": "\\u00e9\\n", "b": [true, null, -1.5e3]}, "x"]'), lambda: json.loads(json.dumps(['1}a-_1', (1, 'x')], default=str)))
each(11, lambda: json.dumps(None, allow_nan=False, separators=(',', ':')), lambda: json.loads('["\\u00e9" '), lambda: json.loads('[1, {"a": "\\u00e9\\n" "b": [true, null, -1.5e3]}, "x"]'), lambda: json.loads(json.dumps(None, default=str)))
each(12, lambda: json.dumps(-917766458409, sort_keys=True, indent='\t'), lambda: json.loads("true'"), lambda: json.loads('[1, {"a": "\\u00e9n", "b": [true, null, -1.5e3]}, "x"]'), lambda: json.loads(json.dumps(-917766458409, default=str)))
each(13, lambda: json.dumps([], ensure_ascii=False, separators=(',', ':')), lambda: json.loads('"{,'), lambda: json.loads('[1, {"a": "\\u0e9\\n", "b": [true, null, -1.5e3]}, "x"]'), lambda: json.loads(json.dumps([], default=str)))
each(14, lambda: json.dumps([True], ensure_ascii=False, skipkeys=True, sort_keys=True), lambda: json.loads('{'), lambda: json.loads('[1, {"a": "\\u00e9\\n", "b": [true, null, -1.5e3]}, "x"]'), lambda: json.loads(json.dumps([True], default=str)))
each(15, lambda: json.dumps(7164570599.237663, indent=2, ensure_ascii=False, allow_nan=False), lambda: json.loads("1}'NaN\\n"), lambda: json.loads('[1, {"a": "\\u00e9\\n", "b": [true, null, -1.5e3]}, "x"]'), lambda: json.loads(json.dumps(7164570599.237663, default=str)))
each(16, lambda: json.dumps([{None: (3, 'x'), ',b😀': {2: 1e100, 'k': 4.15176391842633e-17, 1.5: 32}, 'k': (2, 'x')}], sort_keys=True), lambda: json.loads('"\\u00e9"'), lambda: json.loads('[1, {"a": "\\u00e9\\n", "b": [true, nul, -1.5e3]}, "x"]'), lambda: json.loads(json.dumps([{None: (3, 'x'), ',b😀': {2: 1e100, 'k': 4.15176391842633e-17, 1.5: 32}, 'k': (2, 'x')}], default=str)))
each(17, lambda: json.dumps({'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA': float('nan')}, default=repr, indent=2), lambda: json.loads(':\\n['), lambda: json.loads('[1, {"a": "\\u00e9\\n", "b": [true, null, -1.5e3]}, "x"]'), lambda: json.loads(json.dumps({'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA': float('nan')}, default=str)))
each(18, lambda: json.dumps([(1, 'x'), 234160437415203874605784403526191944213417600, '%d %s']), lambda: json.loads(',["a"'), lambda: json.loads('[, {"a": "\\u00e9\\n", "b": [true, null, -1.5e3]}, "x"]'), lambda: json.loads(json.dumps([(1, 'x'), 234160437415203874605784403526191944213417600, '%d %s'], default=str)))
each(19, lambda: json.dumps([(2, 'x')]), lambda: json.loads('\\n{null'), lambda: json.loads('[1, {"a": "\\u00e9\\n", "b": [true, null, -1.5e3]}, "x"]'), lambda: json.loads(json.dumps([(2, 'x')], default=str)))
each(20, lambda: json.dumps('1e5', separators=(',', ':')), lambda: json.loads('1e5"\\u00e9"],'), lambda: json.loads('[1, {"a": "\\u00e9\\n", "b": [true, null, -1.5e3]}, "x"]'), lambda: json.loads(json.dumps('1e5', default=str)))
each(21, lambda: json.dumps(True), lambda: json.loads(' null[NaN'), lambda: json.loads('[1, {"a": "\\u00e9\\n", "b": [true, null, -1.5e3], "x"]'), lambda: json.loads(json.dumps(True, default=str)))
each(22, lambda: json.dumps(None, ensure_ascii=False), lambda: json.loads('null[:'), lambda: json.loads('[1, {"a": "\\u00e9\\n", "b": [true, null, -15e3]}, "x"]'), lambda: json.loads(json.dumps(None, default=str)))
each(23, lambda: json.dumps('', indent=0, allow_nan=False, skipkeys=True), lambda: json.loads('2.5NaN{'), lambda: json.loads('[1, {"a": "\\u00e9\\n", "b": [true, null, -1.5e3]}, "x"]'), lambda: json.loads(json.dumps('', default=str)))
each(24, lambda: json.dumps({None: -0.00015, None: "it's", 'Σας': -13}, sort_keys=True), lambda: json.loads(' true\\n'), lambda: json.loads('[1, {"a": "\\u00e9\\n", "b": [true, null, -1.5e3]}, "x"]'), lambda: json.loads(json.dumps({None: -0.00015, None: "it's", 'Σας': -13}, default=str)))
each(25, lambda: json.dumps(4611686018427387904, separators=(',', ':')), lambda: json.loads("'true,'true[ ,"), lambda: json.loads('[1, {"a": "\\u00e9\\n", "b": [true, null, -1.5e3]} "x"]'), lambda: json.loads(json.dumps(4611686018427387904, default=str)))
each(26, lambda: json.dumps('😀x', default=repr, indent=0, allow_nan=False), lambda: json.loads('1[[[{ '), lambda: json.loads('[1, {"a": "\\u00e9\\n", "b": [true, null, -1.5e3]}, "x"]'), lambda: json.loads(json.dumps('😀x', default=str)))

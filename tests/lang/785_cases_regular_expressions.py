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
each(1, lambda: re.match('(?:1{1,}?(?i:(?<!b)(?<=a))\\b)c', 'Acx\néxb').regs, lambda: re.subn('(?:1{1,}?(?i:(?<!b)(?<=a))\\b)c', '\\n', 'Acx\néxb', 2, re.I), lambda: re.compile('(?:1{1,}?(?i:(?<!b)(?<=a))\\b)c', re.I).search('Acx\néxb', 1, 3), lambda: [(m.span(), m.group(), m.groups(), m.groupdict(), m.lastindex) for m in re.finditer('(?:1{1,}?(?i:(?<!b)(?<=a))\\b)c', 'Acx\néxb', re.I)])
each(2, lambda: re.findall('(?P<n1>(?!(?!\\.[^a])$)\\d$)(?:\\W|(?:c1$|a)x(?:\\s{1,2}\\.|a)|\\s\\w)', ' a_x11c\n', re.M), lambda: re.compile('(?P<n1>(?!(?!\\.[^a])$)\\d$)(?:\\W|(?:c1$|a)x(?:\\s{1,2}\\.|a)|\\s\\w)').groupindex, lambda: re.match('(?P<n1>(?!(?!\\.[^a])$)\\d$)(?:\\W|(?:c1$|a)x(?:\\s{1,2}\\.|a)|\\s\\w)', ' a_x11c\n').regs, lambda: [(m.span(), m.group(), m.groups(), m.groupdict(), m.lastindex) for m in re.finditer('(?P<n1>(?!(?!\\.[^a])$)\\d$)(?:\\W|(?:c1$|a)x(?:\\s{1,2}\\.|a)|\\s\\w)', ' a_x11c\n', re.M)])
each(3, lambda: re.fullmatch('\\.', 'a x_..', re.I) is not None, lambda: re.findall('\\.', 'a x_..', re.I), lambda: re.split('\\.', 'a x_..', flags=re.I), lambda: re.compile('\\.', re.I).search('a x_..', 3, 1))
each(4, lambda: re.split('\\Wa', '_1bé \n_x1\nBax', flags=re.M | re.I), lambda: re.sub('\\Wa', '\\n', '_1bé \n_x1\nBax', flags=re.M | re.I), lambda: re.findall('\\Wa', '_1bé \n_x1\nBax', re.M | re.I), lambda: re.compile('\\Wa', re.M | re.I).search('_1bé \n_x1\nBax', 3, 3))
each(5, lambda: re.split('.(?P<n1>(?i:x\\.(?!c??x)))\\W', 'A_\ncé\nBc', flags=re.S), lambda: [(m.span(), m.group(), m.groups(), m.groupdict(), m.lastindex) for m in re.finditer('.(?P<n1>(?i:x\\.(?!c??x)))\\W', 'A_\ncé\nBc', re.S)], lambda: re.fullmatch('.(?P<n1>(?i:x\\.(?!c??x)))\\W', 'A_\ncé\nBc', re.S) is not None, lambda: re.compile('.(?P<n1>(?i:x\\.(?!c??x)))\\W').groupindex)
each(6, lambda: re.split('(?<=a)[a-c1](\\.[a-c1]|(?:b|a)\\b|\\.[a-c1]|(?:b|a)\\b)', '', flags=0), lambda: re.sub('(?<=a)[a-c1](\\.[a-c1]|(?:b|a)\\b|\\.[a-c1]|(?:b|a)\\b)', '<\\g<0>>', '', flags=0), lambda: re.compile('(?<=a)[a-c1](\\.[a-c1]|(?:b|a)\\b|\\.[a-c1]|(?:b|a)\\b)').groupindex, lambda: re.findall('(?<=a)[a-c1](\\.[a-c1]|(?:b|a)\\b|\\.[a-c1]|(?:b|a)\\b)', '', 0))
each(7, lambda: re.match('\\b\\d{,2}(?<!b)', 'éé\néAa_é1caA').regs, lambda: re.split('\\b\\d{,2}(?<!b)', 'éé\néAa_é1caA', flags=re.M | re.I), lambda: re.sub('\\b\\d{,2}(?<!b)', lambda m: m[0].upper() + str(m.lastindex), 'éé\néAa_é1caA', flags=re.M | re.I), lambda: re.compile('\\b\\d{,2}(?<!b)').groupindex)
each(8, lambda: re.compile('\\s(?!(?i:c\\w)+(?<!b))', re.M | re.I).search('caa1b111bB\na ', 1, 5), lambda: re.findall('\\s(?!(?i:c\\w)+(?<!b))', 'caa1b111bB\na ', re.M | re.I), lambda: re.compile('\\s(?!(?i:c\\w)+(?<!b))').groupindex, lambda: re.subn('\\s(?!(?i:c\\w)+(?<!b))', '', 'caa1b111bB\na ', 0, re.M | re.I))
each(9, lambda: [(m.span(), m.group(), m.groups(), m.groupdict(), m.lastindex) for m in re.finditer('$(\\.x$|\\.x$)\\D+?', 'B_c_abcA1_', re.S)], lambda: re.fullmatch('$(\\.x$|\\.x$)\\D+?', 'B_c_abcA1_', re.S) is not None, lambda: re.findall('$(\\.x$|\\.x$)\\D+?', 'B_c_abcA1_', re.S), lambda: re.split('$(\\.x$|\\.x$)\\D+?', 'B_c_abcA1_', flags=re.S))
each(10, lambda: re.split('x{,2}', ' éAaB ', flags=re.S), lambda: re.fullmatch('x{,2}', ' éAaB ', re.S) is not None, lambda: re.subn('x{,2}', lambda m: repr(m.groups()), ' éAaB ', 1, re.S), lambda: [(m.span(), m.group(), m.groups(), m.groupdict(), m.lastindex) for m in re.finditer('x{,2}', ' éAaB ', re.S)])
each(11, lambda: re.split('[^a]', 'é.ac\na\nx.1A', flags=0), lambda: re.match('[^a]', 'é.ac\na\nx.1A').regs, lambda: re.fullmatch('[^a]', 'é.ac\na\nx.1A', 0) is not None, lambda: re.compile('[^a]', 0).search('é.ac\na\nx.1A', 0, 8))
each(12, lambda: re.compile('([ab]??)[a-c1]', re.M | re.I).search('a1\n.bb\n', 2, 3), lambda: re.compile('([ab]??)[a-c1]').groupindex, lambda: re.match('([ab]??)[a-c1]', 'a1\n.bb\n').regs, lambda: re.subn('([ab]??)[a-c1]', '<\\g<0>>', 'a1\n.bb\n', 0, re.M | re.I))
each(13, lambda: re.sub('$(?:\\s(?:\\D)|a)(?=\\.\\.\\d)', '<\\g<0>>', 'b1a', flags=re.S), lambda: re.compile('$(?:\\s(?:\\D)|a)(?=\\.\\.\\d)').groupindex, lambda: [(m.span(), m.group(), m.groups(), m.groupdict(), m.lastindex) for m in re.finditer('$(?:\\s(?:\\D)|a)(?=\\.\\.\\d)', 'b1a', re.S)], lambda: re.match('$(?:\\s(?:\\D)|a)(?=\\.\\.\\d)', 'b1a').regs)
each(14, lambda: re.match('(?<=a)', 'a...éé.aBA').regs, lambda: re.fullmatch('(?<=a)', 'a...éé.aBA', re.A) is not None, lambda: re.compile('(?<=a)').groupindex, lambda: [(m.span(), m.group(), m.groups(), m.groupdict(), m.lastindex) for m in re.finditer('(?<=a)', 'a...éé.aBA', re.A)])
each(15, lambda: re.findall('(?:\\ba|a)(?=x(?!x)(?![^a]))', '\nB', re.M | re.I), lambda: re.split('(?:\\ba|a)(?=x(?!x)(?![^a]))', '\nB', flags=re.M | re.I), lambda: re.sub('(?:\\ba|a)(?=x(?!x)(?![^a]))', '[\\1]', '\nB', flags=re.M | re.I), lambda: re.subn('(?:\\ba|a)(?=x(?!x)(?![^a]))', '[\\1]', '\nB', 1, re.M | re.I))
each(16, lambda: re.subn('1\\Wb', '', 'xxxaA\n', 0, re.M | re.I), lambda: re.split('1\\Wb', 'xxxaA\n', flags=re.M | re.I), lambda: re.compile('1\\Wb', re.M | re.I).search('xxxaA\n', 0, 7), lambda: re.match('1\\Wb', 'xxxaA\n').regs)
each(17, lambda: re.compile('(?i:((?P<n2>b{1,}?x)\\W|(?P<n2>b{1,}?x)\\W)\\w((?!\\.)|(?!\\.)))b{2}(?!(?:(?=\\D1|[ab]{2}\\D)(?=\\d\\w))((?<=a)\\wc|(?<=a)\\wc)c)').groupindex, lambda: re.findall('(?i:((?P<n2>b{1,}?x)\\W|(?P<n2>b{1,}?x)\\W)\\w((?!\\.)|(?!\\.)))b{2}(?!(?:(?=\\D1|[ab]{2}\\D)(?=\\d\\w))((?<=a)\\wc|(?<=a)\\wc)c)', 'bxéBé1aA', re.A), lambda: re.subn('(?i:((?P<n2>b{1,}?x)\\W|(?P<n2>b{1,}?x)\\W)\\w((?!\\.)|(?!\\.)))b{2}(?!(?:(?=\\D1|[ab]{2}\\D)(?=\\d\\w))((?<=a)\\wc|(?<=a)\\wc)c)', '[\\1]', 'bxéBé1aA', 0, re.A), lambda: re.compile('(?i:((?P<n2>b{1,}?x)\\W|(?P<n2>b{1,}?x)\\W)\\w((?!\\.)|(?!\\.)))b{2}(?!(?:(?=\\D1|[ab]{2}\\D)(?=\\d\\w))((?<=a)\\wc|(?<=a)\\wc)c)', re.A).search('bxéBé1aA', 0, 4))
each(18, lambda: re.subn('x(?:\\w^b*?|a)(?P<n0>(?<=a))', '-', '.ab1x\nAA ', 0, 0), lambda: re.fullmatch('x(?:\\w^b*?|a)(?P<n0>(?<=a))', '.ab1x\nAA ', 0) is not None, lambda: re.sub('x(?:\\w^b*?|a)(?P<n0>(?<=a))', '-', '.ab1x\nAA ', flags=0), lambda: re.compile('x(?:\\w^b*?|a)(?P<n0>(?<=a))', 0).search('.ab1x\nAA ', 3, 5))
each(19, lambda: re.subn('b[a-c1]', lambda m: m[0].upper() + str(m.lastindex), 'acaéBxxaB1_c_', 1, re.S), lambda: re.compile('b[a-c1]', re.S).search('acaéBxxaB1_c_', 3, 5), lambda: re.fullmatch('b[a-c1]', 'acaéBxxaB1_c_', re.S) is not None, lambda: re.match('b[a-c1]', 'acaéBxxaB1_c_').regs)
each(20, lambda: re.compile('\\D(?i:[a-c1]\\w([^a]|[^a]))', re.M).search('b\n', 0, 10), lambda: re.split('\\D(?i:[a-c1]\\w([^a]|[^a]))', 'b\n', flags=re.M), lambda: re.subn('\\D(?i:[a-c1]\\w([^a]|[^a]))', '', 'b\n', 1, re.M), lambda: re.fullmatch('\\D(?i:[a-c1]\\w([^a]|[^a]))', 'b\n', re.M) is not None)
each(21, lambda: re.sub('\\.??\\W\\W??', '', '_a_x BabBb', flags=re.M | re.I), lambda: re.match('\\.??\\W\\W??', '_a_x BabBb').regs, lambda: re.fullmatch('\\.??\\W\\W??', '_a_x BabBb', re.M | re.I) is not None, lambda: re.split('\\.??\\W\\W??', '_a_x BabBb', flags=re.M | re.I))
each(22, lambda: re.match('\\b', '\n \nc').regs, lambda: re.compile('\\b', 0).search('\n \nc', 3, 7), lambda: [(m.span(), m.group(), m.groups(), m.groupdict(), m.lastindex) for m in re.finditer('\\b', '\n \nc', 0)], lambda: re.fullmatch('\\b', '\n \nc', 0) is not None)
each(23, lambda: re.sub('\\b', lambda m: m[0].upper() + str(m.lastindex), 'A', flags=0), lambda: re.compile('\\b', 0).search('A', 2, 2), lambda: re.compile('\\b').groupindex, lambda: [(m.span(), m.group(), m.groups(), m.groupdict(), m.lastindex) for m in re.finditer('\\b', 'A', 0)])
each(24, lambda: re.findall('(?:(?i:\\D)+\\w\\.|a)\\.\\D', 'xé_axbBéa', 0), lambda: re.subn('(?:(?i:\\D)+\\w\\.|a)\\.\\D', lambda m: repr(m.groups()), 'xé_axbBéa', 0, 0), lambda: re.fullmatch('(?:(?i:\\D)+\\w\\.|a)\\.\\D', 'xé_axbBéa', 0) is not None, lambda: re.compile('(?:(?i:\\D)+\\w\\.|a)\\.\\D', 0).search('xé_axbBéa', 3, 6))
each(25, lambda: [(m.span(), m.group(), m.groups(), m.groupdict(), m.lastindex) for m in re.finditer('$(\\s\\w{,2}.?)(?!(?<=a)(\\D+)+)|\\W', '_a', re.S)], lambda: re.fullmatch('$(\\s\\w{,2}.?)(?!(?<=a)(\\D+)+)|\\W', '_a', re.S) is not None, lambda: re.match('$(\\s\\w{,2}.?)(?!(?<=a)(\\D+)+)|\\W', '_a').regs, lambda: re.split('$(\\s\\w{,2}.?)(?!(?<=a)(\\D+)+)|\\W', '_a', flags=re.S))
each(26, lambda: re.compile('(?!^)\\w.', re.S).search('abé1_c.\nb aa1', 1, 3), lambda: re.match('(?!^)\\w.', 'abé1_c.\nb aa1').regs, lambda: re.split('(?!^)\\w.', 'abé1_c.\nb aa1', flags=re.S), lambda: re.fullmatch('(?!^)\\w.', 'abé1_c.\nb aa1', re.S) is not None)

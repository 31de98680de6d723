# frozenset/str/bytes/none etc misc + format of containers + help/dir etc.
print([1, 'a', None, True, 1.5, (1,), {'k': [1]}, {1}, frozenset([2]), b'x', range(3), 1j, ..., NotImplemented, int, len, slice(1)])
print({'a': {'b': ('c',)}}, [[], [[]], {}], (), (1,), ((),), set(), frozenset(), '', [''], {'': ''})
print(str([1, '2']), repr('a"b'), repr("a'b"), repr('a\'"b'), str('x'), [u'\u00e9', '\n', '\\'], '\t|')
print(None == False, None is None, type(None)(), bool(None), str(None))
print(type(3), type('a'), type(None), type(int), type(print), type(lambda: 1), type([].append).__name__ in ('builtin_function_or_method', 'method'))
print(isinstance(True, int), isinstance(1, (str, int)), issubclass(bool, int), isinstance(None, type(None)), isinstance(int, type), isinstance(print, object))
print(id(None) == id(None), (x := []) is x, [] is [], 'a' is 'a' if False else True)
print(max('b', 'a'), min([3, 1, 2]), max([1, 5], [1, 4]), max({'a': 1, 'b': 0}), min((1, 2), (1, 1)), max(1, 2.5, True), sum([[1], [2]], []), abs(-5), round(2.567, 1), divmod(17, 5), pow(2, 3, 5))
print(all([]), any([]), all([1, 0]), any([0, 1]), list(map(abs, [-1, 2])), list(filter(bool, [0, 1])), sorted([3, 1], reverse=True), list(reversed('ab')), list(zip('ab', [1, 2])), list(enumerate('a', 1)))
print(chr(97), ord('a'), hex(255), oct(8), bin(5), int('ff', 16), float('1e3'), complex('1+2j'), bool('False'), str(1.0), repr(1.0), ascii('é'), format(1234567.891, ',.1f'), format('x', '^5'), hash(1) == hash(1.0))
print(callable(print), callable(1), callable(int), callable(lambda: 1))
print(len('abc'), len([]), len({1: 2}), len(range(5)), len((1,)), len({1, 2}), len(b'ab'))
print(list('abc'), tuple([1]), set([1, 1]), dict(a=1), list({'a': 1}), list({1: 2}.items()), bytes([1, 2]), bytearray(b'a'), frozenset('a'))
print(int.__name__, (5).__class__.__name__, [].__class__, {}.__class__.__mro__, type.__mro__, object.__bases__, bool.__base__)
print(dir(object) == sorted(dir(object)), '__init__' in dir(object), 'append' in dir([]), [d for d in dir({}) if not d.startswith('_')], [d for d in dir([]) if not d.startswith('_')], [d for d in dir(()) if not d.startswith('_')], [d for d in dir(set()) if not d.startswith('_')], [d for d in dir(1) if not d.startswith('_')], [d for d in dir(1.0) if not d.startswith('_')], [d for d in dir(1j) if not d.startswith('_')], [d for d in dir(frozenset()) if not d.startswith('_')], [d for d in dir(range(1)) if not d.startswith('_')], [d for d in dir(slice(1)) if not d.startswith('_')])
print([d for d in dir('') if not d.startswith('_')]); print([d for d in dir(b'') if not d.startswith('_')])
for t in (int, str, list, dict, tuple, set, frozenset, float, complex, bytes, range, type(None), bool):
    try: hash(t() if t is not range else range(1)); h = True
    except TypeError: h = False
    print(t.__name__, h, end='; ')
print()


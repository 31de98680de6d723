def t(f):
    try: print('ok', f())
    except Exception as e: print(type(e).__name__, e)
for f in [lambda: [][0], lambda: [1][5], lambda: [1][-2], lambda: ()[0], lambda: ''[0], lambda: b''[0], lambda: range(3)[5], lambda: {}['a'], lambda: {}[1], lambda: {}[(1, 2)], lambda: {}[None], lambda: {'a': {}}['a']['b'], lambda: [].pop(), lambda: [1].pop(5), lambda: {}.pop('a'), lambda: {}.popitem(), lambda: set().pop(), lambda: {1}.remove(2), lambda: [1].remove(2), lambda: [1].index(2), lambda: (1,).index(2), lambda: 'abc'.index('z'), lambda: b'abc'.index(b'z'), lambda: range(3).index(9), lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: divmod(1, 0), lambda: divmod(1.0, 0), lambda: 0 ** -1, lambda: 0.0 ** -1, lambda: 1j / 0, lambda: pow(2, 3, 0), lambda: pow(2, -1, 4), lambda: 1 << -1, lambda: 1 >> -1, lambda: int('abc'), lambda: int('12', 1), lambda: int('9', 8), lambda: int(''), lambda: int('1.5'), lambda: int(' 1 2 '), lambda: int('0x1'), lambda: int(float('nan')), lambda: int(float('inf')), lambda: float('1e'), lambda: float(''), lambda: float('1,5'), lambda: complex('1+'), lambda: chr(0x110000), lambda: bytes([256]), lambda: bytes([-1]), lambda: bytes(-1), lambda: 'é'.encode('ascii'), lambda: b'\xff'.decode(), lambda: b'\xff\xfe'.decode('ascii'), lambda: 'a'.encode('nope'), lambda: b'a'.decode('utf-8', 'nope'), lambda: max([]), lambda: min(()), lambda: max(1, 2, default=3), lambda: range(1, 2, 0), lambda: [1, 2, 3][::0], lambda: slice(1).indices(-1), lambda: list(zip([1], [], strict=True)), lambda: list(zip([1], [1, 2], strict=True)), lambda: 'x'.zfill('a'), lambda: 'a'.center(5, 'bb'), lambda: 'abc'.split(None, 'x'), lambda: '{} {}'.format(1), lambda: '{a}'.format(b=1), lambda: '{0.x}'.format(5), lambda: '%d %d' % (1,), lambda: '%d' % (1, 2), lambda: '%(a)s' % {'b': 1}, lambda: '%z' % 1, lambda: '%' % 1, lambda: format(5, 'z'), lambda: format('a', 'd'), lambda: format(1.5, 'd'), lambda: format(5, '.2d'), lambda: format(5, ',x'), lambda: format('a', '='), lambda: format('a', '+'), lambda: next(iter([])), lambda: next(x for x in []), lambda: dict([(1, 2, 3)]), lambda: dict(zip([[]], [1])), lambda: [1, 2].sort(key=5), lambda: [3, 'a'].sort(), lambda: round(1.5, 'a'), lambda: 10 ** 400 * 1.0, lambda: 10.0 ** 400, lambda: float(10 ** 400), lambda: (10).to_bytes(0, 'big'), lambda: (-1).to_bytes(1, 'big'), lambda: (1).to_bytes(1, 'middle'), lambda: int.from_bytes(b'a', 'x'), lambda: 'a'.join(['b', 3]), lambda: __import__('nonexistent_module_xyz'), lambda: exec_fail()]: t(f)
a = [1, 2, 3]
def s1(): a[10] = 1
def s2(): a['x'] = 1
def s3(): a[::2] = [1, 2, 3]
def s4(): a[0:2] = 5
def s5(): (1, 2)[0] = 1
def s6(): 'abc'[0] = 'x'
def s7(): del a[10]
def s8(): del (1,)[0]
def s9(): {}[[]] = 1
def s10(): x, y = 1, 2, 3
def s11(): x, y, z = 'ab'
def s12(): x, *y, z = [1]
def s13(): (x, y), z = [1], 2
def s14(): None.x = 1
def s15(): (5).real = 1
def s16(): del a.x
def s17(): object().x = 1
def s18():
    for i in 5: pass
def s19():
    with 5: pass
def s20(): unbound += 1
def s21():
    d = {1: 1}
    for k in d: d[k + 1] = 1
def s22():
    s = {1}
    for k in s: s.add(k + 1)
def s23(): b''[0] = 1
def s24(): frozenset().add(1)
def s25(): range(3)[0] = 1
for f in (s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11, s12, s13, s14, s15, s16, s17, s18, s19, s20, s21, s22, s23, s24, s25): t(f)

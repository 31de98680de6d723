def m(x):
    match x:
        case 0: return 'zero'
        case 1 | 2: return 'one-two'
        case -5: return 'm5'
        case 1.5: return 'f'
        case 'a' | 'b': return 'ab'
        case b'x': return 'bytes'
        case None: return 'none'
        case True: return 'true'
        case []: return 'empty'
        case [x]: return f'one {x}'
        case [1, *rest]: return f'1 rest {rest}'
        case [a, b]: return f'two {a} {b}'
        case [a, *_, z]: return f'ends {a} {z}'
        case {'k': v, **rest}: return f'k {v} {rest}'
        case {}: return 'dict'
        case str(s): return f'str {s}'
        case int(n) if n > 100: return f'big {n}'
        case int() | float() as num: return f'num {num}'
        case (tuple() | set()) as c: return f'c {sorted(c)}'
        case _: return 'other'
for x in [0, 1, 2, -5, 1.5, 'a', 'zz', b'x', None, True, False, [], [5], [1, 2, 3], [3, 4], [3, 4, 5], (7, 8), (), {'k': 1, 'j': 2}, {}, {'z': 1}, 500, 50, 2.5, {1}, range(3), range(0), 3j, frozenset(), 1.0, 'ab', bytearray(b'x'), iter([1])]: print(type(x).__name__, m(x))
def n(x):
    match x:
        case 1+2j: return 'complex'
        case -1.5: return 'neg float'
        case 'a' 'b': return 'concat'
        case 0x10: return 'hex'
        case 1_000: return 'under'
        case (1, (2, (3, z))): return z
        case [[a, b], [c, d]]: return a + b + c + d
        case [_, _, *more] if more: return more
        case (1 | 2) as k, 'end': return k
        case ['go', ('n' | 's' | 'e' | 'w') as d]: return d
        case [*all_]: return all_
for x in [1+2j, -1.5, 'ab', 16, 1000, (1, (2, (3, 4))), [[1, 2], [3, 4]], [1, 2, 3], [2, 'end'], ['go', 'n'], ['go', 'q'], [], 'str', 99]: print(n(x))
match 5:
    case x if x > 10: print('big')
    case x if x < 0: print('neg')
    case x: print('captured', x)
print(x)
match (1, 2):
    case a, b: print(a, b)
match 1, 2, 3:
    case a, *b: print(a, b)
match 'abc':
    case [a, b, c]: print('no')
    case str(): print('strings are no sequences')
match 3:
    case 1: print(1)
    case 2: print(2)
print('fell through')
match = 3; case = 4; print(match + case)
match [1, [2, [3, 4]]]:
    case [a, [b, [*c]]]: print(a, b, c)
def cmd(s):
    match s.split():
        case ['quit']: return 'bye'
        case ['load', name]: return f'load {name}'
        case ['add', *nums] if all(x.isdigit() for x in nums): return sum(map(int, nums))
        case [('get' | 'fetch') as verb, what]: return verb, what
        case []: return 'nothing'
        case other: return other
print([cmd(s) for s in ('quit', 'load x', 'add 1 2 3', 'add x', 'get y', 'fetch z', '', 'a b c')])
def typed(v):
    match v:
        case bool(): return 'bool'
        case int(): return 'int'
        case list([a, *b]): return ('list', a, b)
        case dict(d): return ('dict', d)
        case tuple((x, y)): return ('t', x, y)
        case float(f): return f
        case bytes(b): return b
        case set(): return 'set'
print([typed(t) for t in [True, 1, [1, 2], {'a': 1}, (1, 2), 1.5, [], b'q', {1}]])

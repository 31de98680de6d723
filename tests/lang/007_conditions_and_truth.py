vals = [0, 1, -1, 0.0, 0.1, '', 'a', ' ', [], [0], (), (0,), {}, {0: 0}, set(), {0}, None, True, False, 0j, 1j, b'', b'a', range(0), range(1), ..., NotImplemented.__class__, float('nan'), frozenset()]
print([bool(v) for v in vals])
print(['T' if v else 'F' for v in vals])
def sign(n):
    if n > 0: return 'pos'
    elif n < 0: return 'neg'
    else: return 'zero'
print([sign(n) for n in (-5, 0, 5)])
class L:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
class B(L):
    def __bool__(self): return True
print(bool(L(0)), bool(L(2)), bool(B(0)), not L(0), L(0) or 'alt', L(1) and 'both')
print(1 and 2, 0 and 2, 1 or 2, 0 or 2, not 1, not 0, None or [], [] or None, 'x' and '', 0 or '' or [] or 'end', 1 and 'a' and [] and 5)
if [] or {} or 0: print('no')
elif not (() or None): print('elif')
x = 5
print('small' if x < 3 else 'mid' if x < 7 else 'big', (x > 3) + (x > 4), x > 3 and x < 10, 3 < x < 10, 3 < x > 4, not x < 3)
if x == 5: print('one line'); print('same line')
if x: pass
else: print('never')
while x:
    x -= 1
    if x == 3: continue
    if x == 1: break
    print(x, end=' ')
else: print('not printed')
print(x)
class N:
    def __bool__(self): raise ValueError('no truth')
for f in (lambda: bool(N()), lambda: not N(), lambda: 1 if N() else 0, lambda: N() and 1, lambda: [i for i in [1] if N()], lambda: any([N()]), lambda: assert_(N())):
    try: f()
    except (ValueError, NameError) as e: print(type(e).__name__, e)

x = 5; y = (x
 + 1); print(y)
if x: print('a'); print('b')
else: print('c')
class A: pass; y = 1
def f(a, /, b, *, c): return a, b, c
print(f(1, 2, c=3), A.y, (lambda: (yield))().__class__.__name__); z = [
    1,
    2,  # comment
]; print(z)
print((1 if x else 2), not not x, --x, ~-x, x if x else (y), [*[]], {}, {**{}}, ((((1)))), *(), sep=' ')
for i, in [(1,), (2,)]: print(i, end=' ')
print(); w, = [9]; print(w); (v) = 3; print(v)
try: pass
except (): print('never')
print(0 or 0x0 or 0b0 or 1, 1_0, 'a' 'b' f'{x}' r'\n', b'a' b'b', ..., Ellipsis, x.__class__, 1 .real, 1..real, (1).real)
def g(): return
print(g(), (lambda *_: _)(1, 2), [_ for _ in 'ab'], {_: _ for _ in [1]}); assert True; del w
while False: pass
else: print('else')
with (open('/dev/null') if False else __import__('contextlib').nullcontext(1)) as q: print(q)
print(x@1 if False else 'skip', x<y<9, x==5!=4, 1if x else 2, [1,2,][0], (1,)[0], {'a':1,}['a'], x.bit_length(), "'" '"', f"{'{'}{x}{'}'}", f'{x!r:{y}}|')

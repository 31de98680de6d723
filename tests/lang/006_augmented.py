class A:
    def __init__(self, v): self.v = v
    def __iadd__(self, o): print('iadd', o); self.v += o; return self
    def __sub__(self, o): return A(self.v - o)
    def __imul__(self, o): return NotImplemented
    def __mul__(self, o): return A(self.v * o)
    def __rtruediv__(self, o): return ('rtruediv', o)
    def __repr__(self): return f'A({self.v})'
a = b = A(1); a += 2; print(a, b, a is b)
a -= 1; print(a, b)
a *= 3; print(a)
x = 5; x /= A(2); print(x)
try: a //= 2
except TypeError as e: print(e)
try: a **= 2
except TypeError as e: print(e)
n = 10
n += 1; n -= 2; n *= 3; n //= 4; n **= 2; n %= 10; n <<= 3; n >>= 1; n |= 3; n &= 6; n ^= 5; print(n)
f = 7.0; f /= 2; f //= 1; f **= 2; f %= 4; print(f)
s = 'a'; s += 'b'; s *= 3; s %= (); print(s)
l = m = [1]; l += (2,); l += 'x'; l *= 2; print(l, m is l)
t = u = (1,); t += (2,); print(t, u)
d = e = {'a': 1}; d |= {'b': 2}; d |= [('c', 3)]; print(d, e is d)
q = r = {1, 2}; q |= {3}; q &= {2, 3, 4}; q ^= {9}; q -= {3}; print(sorted(q), r is q)
fz = frozenset([1]); fz |= {2}; print(sorted(fz))
tt = ([],)
try: tt[0] += [1]
except TypeError as e: print(e, tt)
try: l += 5
except TypeError as e: print(e)
try: l *= 'a'
except TypeError as e: print(e)
try: s += 1
except TypeError as e: print(e)
try: n += 'x'
except TypeError as e: print(e)
try: None_ = None; None_ += 1
except TypeError as e: print(e)
dd = {'k': [1]}; dd['k'] += [2]; dd['k'] *= 2; print(dd)
class P: x = 1
p = P(); p.x += 1; print(p.x, P.x)
mat = [[1, 2], [3, 4]]; mat[1][0] -= 10; mat[0][::2] += [7] if False else []; print(mat)

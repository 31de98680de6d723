log = []
class L:
    def __init__(s, n): s.n = n
    def __add__(s, o): log.append("L+"); return NotImplemented
    def __radd__(s, o): log.append("L r+"); return "radd"
    def __eq__(s, o): log.append("L=="); return NotImplemented
    def __lt__(s, o): log.append("L<"); return NotImplemented
    def __gt__(s, o): log.append("L>"); return "gt"
    __hash__ = None
class S(L):
    def __radd__(s, o): log.append("S r+"); return "S radd"
    def __eq__(s, o): log.append("S=="); return "S eq"
class Other:
    def __add__(s, o): log.append("O+"); return NotImplemented
    def __radd__(s, o): log.append("O r+"); return NotImplemented
def show(f):
    log.clear()
    try: r = f()
    except TypeError as e: r = f"TypeError: {e}"
    print(r, log)
a, b, s, o = L(1), L(2), S(3), Other()
show(lambda: a + b)
show(lambda: a + s)
show(lambda: s + a)
show(lambda: a + 1)
show(lambda: 1 + a)
show(lambda: o + a)
show(lambda: o + o)
show(lambda: o + 1)
show(lambda: 1 + o)
show(lambda: a == b)
show(lambda: a == s)
show(lambda: s == a)
show(lambda: a == 1)
show(lambda: a != s)
show(lambda: a < b)
show(lambda: a < 1)
show(lambda: a <= b)
show(lambda: sum([o], a))
show(lambda: hash(a))
show(lambda: a < s)
class V:
    def __init__(s, *x): s.x = x
    def __repr__(s): return f"V{s.x}"
    def __mul__(s, k): return V(*[i * k for i in s.x]) if isinstance(k, (int, float)) else NotImplemented
    __rmul__ = __mul__
    def __matmul__(s, o): return sum(i * j for i, j in zip(s.x, o.x)) if isinstance(o, V) else NotImplemented
    def __truediv__(s, k): return V(*[i / k for i in s.x])
    def __rtruediv__(s, k): return V(*[k / i for i in s.x])
    def __floordiv__(s, k): return V(*[i // k for i in s.x])
    def __mod__(s, k): return V(*[i % k for i in s.x])
    def __rmod__(s, k): return "rmod", k
    def __divmod__(s, k): return s // k, s % k
    def __rdivmod__(s, k): return "rdivmod", k
    def __pow__(s, k, m=None): return V(*[pow(i, k, m) for i in s.x])
    def __rpow__(s, b): return V(*[b ** i for i in s.x])
    def __lshift__(s, k): return s.x[k:] + s.x[:k]
    def __rlshift__(s, k): return "rl", k
    def __rshift__(s, k): return s.x[-k:] + s.x[:-k]
    def __and__(s, o): return "and"
    def __rand__(s, o): return "rand"
    def __or__(s, o): return "or"
    def __ror__(s, o): return "ror"
    def __xor__(s, o): return "xor"
    def __rxor__(s, o): return "rxor"
    def __invert__(s): return V(*[~i for i in s.x])
    def __neg__(s): return V(*[-i for i in s.x])
    def __pos__(s): return s
    def __abs__(s): return sum(i * i for i in s.x) ** 0.5
    def __round__(s, n=None): return ("round", n)
    def __trunc__(s): return "trunc"
    def __ceil__(s): return "ceil"
    def __floor__(s): return "floor"
    def __int__(s): return s.x[0]
    def __float__(s): return float(s.x[0])
    def __complex__(s): return complex(s.x[0], 1)
    def __index__(s): return s.x[0]
    def __iadd__(s, o): s.x += (o,); return s
    def __imul__(s, o): return "imul"
import math
v = V(3, 4)
print(v * 2, 2 * v, v @ v, v / 2, 2 / v, v // 2, v % 2, 7 % v, divmod(v, 2), divmod(9, v), v ** 2, pow(v, 2, 5), 2 ** v)
print(v << 1, 5 << v, v >> 1, v & 1, 1 & v, v | 1, 1 | v, v ^ 1, 1 ^ v, ~v, -v, +v, abs(v))
print(round(v), round(v, 2), math.trunc(v), math.ceil(v), math.floor(v), int(v), float(v), complex(v), [10, 20, 30, 40][v], bin(v), range(v), "ab" * V(2))
v += 9
print(v)
w = v
v *= 2
print(v, w)
for f in (lambda: w * "a", lambda: "a" * o, lambda: w @ 3, lambda: o - 1, lambda: 1 - o, lambda: o ** 2, lambda: o @ o, lambda: -o, lambda: ~o, lambda: o < o, lambda: o >> 1, lambda: divmod(o, 1), lambda: pow(1, o), lambda: pow(2, 3, o), lambda: o | 1, lambda: o & o, lambda: o // 2):
    try: print(f())
    except TypeError as e: print(e)
def aug(code):
    x = o
    try:
        if code == 0: x += 1
        elif code == 1: x -= 1
        elif code == 2: x *= 2
        elif code == 3: x /= 2
        elif code == 4: x //= 2
        elif code == 5: x %= 2
        elif code == 6: x **= 2
        elif code == 7: x <<= 2
        elif code == 8: x >>= 2
        elif code == 9: x &= 2
        elif code == 10: x |= 2
        elif code == 11: x ^= 2
        elif code == 12: x @= 2
    except TypeError as e: print(e)
for i in range(13): aug(i)

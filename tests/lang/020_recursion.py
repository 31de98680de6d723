def hanoi(n, a, b, c): return [] if n == 0 else hanoi(n - 1, a, c, b) + [(a, c)] + hanoi(n - 1, b, a, c)
print(len(hanoi(10, 'a', 'b', 'c')), hanoi(2, 'a', 'b', 'c'))
def ack(m, n): return n + 1 if m == 0 else ack(m - 1, 1) if n == 0 else ack(m - 1, ack(m, n - 1))
print(ack(2, 3))
def perms(l): return [[x] + p for i, x in enumerate(l) for p in perms(l[:i] + l[i+1:])] if l else [[]]
print(perms([1, 2, 3]))
def even(n): return True if n == 0 else odd(n - 1)
def odd(n): return False if n == 0 else even(n - 1)
print(even(100), odd(7))
def depth(n): return 0 if n == 0 else 1 + depth(n - 1)
print(depth(900))
def boom(): return boom()
try: boom()
except RecursionError as e: print(type(e).__name__, e)
def deep(n):
    try: return deep(n + 1)
    except RecursionError: return 'bottom'
print(deep(0))
def flat(x):
    for i in x:
        if isinstance(i, list): yield from flat(i)
        else: yield i
print(list(flat([1, [2, [3, [4]], 5], [[[]]]])))
def nest(n): return [nest(n - 1)] if n else 'x'
print(nest(5))
def pascal(n): return [1] if n == 0 else [a + b for a, b in zip([0] + pascal(n - 1), pascal(n - 1) + [0])]
print([pascal(i) for i in range(6)])
def subsets(s): return [[]] if not s else (r := subsets(s[1:])) + [[s[0]] + x for x in r]
print(subsets([1, 2, 3]))
class R:
    def __repr__(self): return repr(self)
try: repr(R())
except RecursionError: print('repr recursion')
class G:
    def __getattr__(self, n): return self.other
try: G().x
except RecursionError: print('getattr recursion')
l = []
l.append(l)
d = {'d': None}
d['d'] = d
t = ([],)
t[0].append(t)
print(l, d, t, [l, d])
try: l == [l]; print('compared')
except RecursionError: print('compare recursion')
import sys
sys.setrecursionlimit(200)
print(sys.getrecursionlimit())
try: depth(300)
except RecursionError as e: print(e)
sys.setrecursionlimit(3000)
print(depth(2000))
def qs(l): return l if len(l) < 2 else qs([x for x in l[1:] if x < l[0]]) + [l[0]] + qs([x for x in l[1:] if x >= l[0]])
print(qs([3, 6, 1, 8, 2, 9, 2]))

list_ = list; list = 'shadow'; print(list, list_('ab')); del list; print(list('cd'))
def f(len): return len + 1
print(f(3), len('abc'))
class C:
    id = 5
    def type(self): return 'method'
    def use(self): return type(self).__name__, self.type(), self.id
print(C().use(), C.id, id(C) == id(C))
def g():
    sum = lambda x: 'local sum'
    return sum([1])
print(g(), sum([1, 2]))
str = 'text'
try: str(5)
except TypeError as e: print(e)
del str; print(str(5))
import builtins
builtins.custom = lambda: 'from builtins'; print(custom()); del builtins.custom
try: custom()
except NameError as e: print(e)
for max in range(3): pass
print(max); del max; print(max(1, 2)); [print := 1] if False else None
def h():
    try: return min(1, 2)
    finally: min_ = 5
print(h(), [int for int in (1, 2)], int('3'), {dict: 1}, (lambda dict: dict)(7))

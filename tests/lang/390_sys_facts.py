import sys

print(sys.version_info[:2] >= (3, 8), sys.version_info.major, sys.version_info >= (3, 6), sys.version_info.releaselevel, sys.version.split(".")[0], sys.maxsize == 2**63 - 1, sys.maxunicode, sys.byteorder)
print(sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.float_info.min, sys.float_info)
print(sys.int_info.bits_per_digit, sys.hash_info.modulus, sys.hash_info.inf, sys.float_repr_style, isinstance(sys.argv, list), isinstance(sys.path, list), sys.platform, sys.getdefaultencoding())
print(sys.getsizeof(0), sys.getsizeof(1), sys.getsizeof(2**40), sys.getsizeof(1.5), sys.getsizeof(""), sys.getsizeof("abc"), sys.getsizeof("é"), sys.getsizeof("日"), sys.getsizeof(b"ab"), sys.getsizeof(()), sys.getsizeof((1, 2)), sys.getsizeof(True), sys.getsizeof(None))
import math

print("math" in sys.modules, sys.modules["math"] is math, "nothing" in sys.modules, sys.intern("abc") is sys.intern("ab" + "c"))
print(sys.stdout.write("written\n"), sys.stdout.encoding, sys.stdout.writable(), sys.stdout.name, sys.stderr.name)
sys.stdout.flush()
print("to stderr", file=sys.stderr)
print("x", "y", sep="", end="\n", file=sys.stdout)
sys.stdout.writelines(["a\n", "b\n"])
try:
    sys.exit("bye")
except SystemExit as e:
    print("exit", e, e.code)
try:
    sys.exit(3)
except SystemExit as e:
    print("exit", e.code)
try:
    1 / 0
except ZeroDivisionError:
    kind, value, trace = sys.exc_info()
    print(kind.__name__, value)
print(sys.exc_info())
for call in (lambda: sys.setrecursionlimit(0), lambda: sys.stdout.write(5), lambda: sys.intern(3), lambda: sys.nothing):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)
limit = sys.getrecursionlimit()
sys.setrecursionlimit(limit + 500)
print(sys.getrecursionlimit() - limit)
sys.setrecursionlimit(limit)


def depth(n):
    try:
        return depth(n + 1)
    except RecursionError:
        return n > 500


print(depth(0))

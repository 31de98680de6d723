e = OSError(2, "No such file", "f.txt"); print(type(e).__name__, e.errno, e.strerror, e.filename, str(e), e.args, isinstance(e, IOError), OSError is IOError is EnvironmentError)
for n, m in ((13, "p"), (17, "x"), (20, "d"), (21, "i"), (32, "b"), (110, "t"), (1, "q"), (999, "u")): print(n, type(OSError(n, m)).__name__, OSError(n, m))
k = KeyError("missing"); print(str(k), k.args, repr(k), str(KeyError()), str(KeyError(1, 2)), str(KeyError("a'b")))
s = StopIteration(5); print(s.value, s.args, StopIteration().value); x = SystemExit(3); print(x.code, SystemExit().code, SystemExit("bye").code)
u = UnicodeDecodeError("utf8", b"ab\xffc", 2, 3, "bad byte"); print(u, u.encoding, u.object, u.start, u.end, u.reason)
try: "é".encode("ascii")
except UnicodeEncodeError as e: print(e, e.object, e.start, e.end, e.reason, e.encoding)
try: b"\xff".decode("utf-8")
except UnicodeDecodeError as e: print(e, e.args[1:])
try: import nothing_here
except ImportError as e: print(e.name, e.path, type(e).__name__)
try: from math import nothing
except ImportError as e: print(str(e)[:41], e.name)
try: undefined_name
except NameError as e: print(e, e.name)
try: (1).nope
except AttributeError as e: print(e, e.name, e.obj)
for c in (BaseException, Exception, ArithmeticError, LookupError, OSError, ValueError, RuntimeError, SyntaxError, Warning): print(c.__name__, [x.__name__ for x in c.__mro__[1:-1]], sorted(x.__name__ for x in c.__subclasses__() if x.__module__ == "builtins" and "Group" not in x.__name__ and "Encoding" not in x.__name__)[:5])
print(issubclass(KeyboardInterrupt, Exception), issubclass(ModuleNotFoundError, ImportError), issubclass(RecursionError, RuntimeError), issubclass(UnicodeError, ValueError), issubclass(TimeoutError, OSError), issubclass(IndentationError, SyntaxError))
class E(Exception):
    def __init__(self, a, b=2): self.a, self.b = a, b
    def __str__(self): return f"E<{self.a},{self.b}>"
print(E(1), repr(E(1)), E(1).args, E(1, b=5), str(E("x", 3)))
class F(ValueError): 
    """doc"""
    code = 7
print(F("m").code, F.__doc__, repr(F("a", 1)), str(F("a", 1)), F() == F(), F("q").with_traceback(None).args, hash(F()) is not None)
a = ValueError("x"); a.extra = 1; print(vars(a), a.__dict__, a.__cause__, a.__traceback__, a.__notes__ if hasattr(a, "__notes__") else "no notes")
def depth(n): return 1 if n == 0 else 1 + depth(n - 1)
print(depth(500))
def forever(): return forever()
try: forever()
except RecursionError as e: print(type(e).__name__, str(e)[:32])
class Loop:
    def __repr__(self): return f"<{self!r}>"
try: repr(Loop())
except RecursionError: print("repr recursion")
try: raise Exception("a", "b") from ValueError("c")
except Exception as e: print(e, e.args, repr(e.__cause__), len(e.args))
def helper(): raise LookupError("deep")
def outer(): helper()
try: outer()
except LookupError as e:
    tb, names = e.__traceback__, []
    while tb: names.append((tb.tb_frame.f_code.co_name if hasattr(tb, "tb_frame") else "?")); tb = tb.tb_next
    print(len(names))
import sys
try: 1 / 0
except ZeroDivisionError: print(sys.exc_info()[0].__name__, sys.exc_info()[1], sys.exception() if hasattr(sys, "exception") and sys.version_info >= (3, 11) else "")
print(sys.exc_info())

# Every builtin name of CPython is bound; exceptions have their places in the tree.
import builtins
NAMES = """ArithmeticError AssertionError AttributeError BaseException BlockingIOError BrokenPipeError BufferError
BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError
ConnectionResetError DeprecationWarning EOFError Ellipsis EnvironmentError Exception False FileExistsError
FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning
IndentationError IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError
MemoryError ModuleNotFoundError NameError None NotADirectoryError NotImplemented NotImplementedError OSError
OverflowError PendingDeprecationWarning PermissionError ProcessLookupError RecursionError ReferenceError
ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration StopIteration SyntaxError SyntaxWarning
SystemError SystemExit TabError TimeoutError True TypeError UnboundLocalError UnicodeDecodeError
UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning
ZeroDivisionError abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod
compile complex delattr dict dir divmod enumerate eval exec exit filter float format frozenset getattr globals
hasattr hash help hex id input int isinstance issubclass iter len list locals map max memoryview min next
object oct open ord pow print property quit range repr reversed round set setattr slice sorted staticmethod
str sum super tuple type vars zip""".split()
print(len(NAMES), [n for n in NAMES if not hasattr(builtins, n)], [n for n in NAMES if n not in dir(builtins)])
for n in NAMES:
    v = getattr(builtins, n)
    kind = "exception" if isinstance(v, type) and issubclass(v, BaseException) else "class" if isinstance(v, type) else "value" if v in (None, True, False, ..., NotImplemented) or n == "__debug__" else "function"
    if n in ("exit", "quit", "help", "memoryview", "display", "get_ipython"): continue
    print(n, kind, *([c.__name__ for c in v.__mro__[1:-1]] if kind == "exception" else []))

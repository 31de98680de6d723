excs = [BaseException, Exception, ArithmeticError, AssertionError, AttributeError, BufferError, EOFError, FloatingPointError, GeneratorExit, ImportError, ModuleNotFoundError, IndexError, KeyError, KeyboardInterrupt, LookupError, MemoryError, NameError, NotImplementedError, OSError, OverflowError, RecursionError, ReferenceError, RuntimeError, StopIteration, StopAsyncIteration, SyntaxError, IndentationError, TabError, SystemError, SystemExit, TypeError, UnboundLocalError, UnicodeError, UnicodeDecodeError, UnicodeEncodeError, UnicodeTranslateError, ValueError, ZeroDivisionError, BlockingIOError, ChildProcessError, ConnectionError, BrokenPipeError, ConnectionAbortedError, ConnectionRefusedError, ConnectionResetError, FileExistsError, FileNotFoundError, InterruptedError, IsADirectoryError, NotADirectoryError, PermissionError, ProcessLookupError, TimeoutError, Warning, UserWarning, DeprecationWarning, PendingDeprecationWarning, RuntimeWarning, SyntaxWarning, FutureWarning, ImportWarning, UnicodeWarning, BytesWarning, ResourceWarning]
for e in excs: print(e.__name__, [c.__name__ for c in e.__mro__[1:-1]], e.__module__)
print(IOError is OSError, EnvironmentError is OSError)
for e in excs:
    if not issubclass(e, UnicodeError) or e is UnicodeError:
        x = e('msg'); assert isinstance(x, e) and x.args == ('msg',), e
        y = e(); assert y.args == (), e
print(str(KeyError('a')), str(ValueError('a')), str(OSError(1, 'a')), str(StopIteration(5)), StopIteration(5).value, SystemExit(3).code, SystemExit().code, OSError(2, 'x', 'f').filename, OSError(2, 'x').errno, OSError(2, 'x').strerror, type(OSError(2, 'x')).__name__, type(OSError(13, 'x')).__name__, type(OSError(999, 'x')).__name__, ImportError('a', name='n', path='p').name, NameError('a', name='q').name, AttributeError('a', name='q', obj=5).obj)
try: undefined_zz
except NameError as e: print(e.name, e.args)
try: (5).foo
except AttributeError as e: print(e.name, e.obj)
try: import nope_nope
except ImportError as e: print(e.name, type(e).__name__, e.msg)
try: b'\xff'.decode('utf-8')
except UnicodeDecodeError as e: print(e.encoding, e.object, e.start, e.end, e.reason)
try: 'a\u1234'.encode('ascii')
except UnicodeEncodeError as e: print(e.encoding, e.object, e.start, e.end, e.reason)

import sys
import traceback


def inner():
    raise ValueError("deep problem")


def outer():
    try:
        inner()
    except ValueError as e:
        raise RuntimeError("outer problem") from e


try:
    outer()
except RuntimeError as e:
    lines = traceback.format_exc().strip().splitlines()
    print(lines[0])
    print(lines[-1])
    print("direct cause" in "\n".join(lines))
    print(traceback.format_exception_only(type(e), e))
    print([f.name for f in traceback.extract_tb(e.__traceback__)])
    et, ev, tb = sys.exc_info()
    print(et.__name__, ev, tb is not None, ev is e)
print(sys.exc_info())
try:
    try:
        1 / 0
    except ZeroDivisionError:
        {}["k"]
except KeyError as e:
    print(repr(e.__context__), e.__cause__, "During handling" in traceback.format_exc())
e = ValueError("noted")
e.add_note("first note")
e.add_note("second note")
print("".join(traceback.format_exception(e)), end="")
print(traceback.format_exception_only(KeyError("x")), traceback.format_exception_only(StopIteration()))
class Custom(Exception):
    def __str__(self):
        return f"custom {self.args[0]}"
try:
    raise Custom(5)
except Custom as c:
    print("".join(traceback.format_exception_only(c)).strip(), c.args)
print(sys.version_info >= (3, 8), sys.version_info.major, sys.maxsize, sys.byteorder, isinstance(sys.argv, list), sys.getrecursionlimit() > 100)
import io
buf = io.StringIO()
try:
    int("x")
except ValueError:
    traceback.print_exc(file=buf)
print(buf.getvalue().strip().splitlines()[-1])

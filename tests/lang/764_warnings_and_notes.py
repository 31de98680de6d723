import warnings, io, contextlib
def capture(f, action="always"):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter(action)
        try: r = f()
        except Warning as e: r = f"raised {type(e).__name__}: {e}"
    return r, [(x.category.__name__, str(x.message)) for x in w]
def old(): warnings.warn("use new()", DeprecationWarning, stacklevel=2); return 1
def many(): [warnings.warn(f"n{i}") for i in range(3)]; return "m"
class Mine(UserWarning): pass
print(capture(old), capture(many), capture(old, "ignore"), capture(old, "error"), capture(lambda: warnings.warn(Mine("own")) or 2), capture(lambda: [warnings.warn("same") for _ in range(3)] and 0, "once"))
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always"); warnings.filterwarnings("ignore", message="skip.*"); warnings.filterwarnings("error", category=Mine)
    warnings.warn("skip me"); warnings.warn("keep me", RuntimeWarning)
    try: warnings.warn("x", Mine)
    except Mine as e: print("Mine", e)
    print(len(w), w[0].message, w[0].category.__name__, issubclass(w[0].category, Warning))
for bad in (lambda: warnings.warn("x", int), lambda: warnings.simplefilter("nope"), lambda: warnings.filterwarnings("ignore", message=5)):
    try: bad()
    except Exception as e: print(type(e).__name__, str(e)[:50])
e = ValueError("base"); e.add_note("first"); e.add_note("second\nlines"); print(e.__notes__, str(e), repr(e))
try: e.add_note(5)
except TypeError as x: print(x)
import traceback
try:
    try: raise e
    except ValueError as inner: raise KeyError("k") from inner
except KeyError as k: text = traceback.format_exception_only(k); print(text, traceback.format_exception_only(e)); print([type(x).__name__ for x in (k, k.__cause__, k.__context__)], traceback.format_exc().splitlines()[-1], len(traceback.extract_tb(k.__traceback__)), traceback.extract_tb(k.__traceback__)[0].name)
err = io.StringIO()
with contextlib.redirect_stderr(err): print("to stderr", file=__import__("sys").stderr)
print(repr(err.getvalue()), warnings.formatwarning("m", UserWarning, "f.py", 3).strip().splitlines()[0])

"""Errors in a batch job: retried, wrapped, collected, reported with their causes and notes."""
import traceback
from contextlib import contextmanager, suppress, ExitStack, nullcontext

class JobError(Exception):
    """A job failed."""
    def __init__(self, job, *, attempts=1):
        super().__init__(job, attempts)
        self.job, self.attempts = job, attempts

    def __str__(self):
        return f"job {self.job!r} failed after {self.attempts} attempt{'s'[:self.attempts != 1]}"

class Transient(ConnectionError):
    pass

def flaky(failures, result):
    left = iter(range(failures))
    def job():
        for n in left:
            raise Transient(f"try {n}")
        return result() if callable(result) else result
    return job

def retry(name, job, limit=3):
    errors = []
    for attempt in range(1, limit + 1):
        try:
            return job()
        except Transient as error:
            error.add_note(f"attempt {attempt} of {limit}")
            errors.append(error)
        except (ArithmeticError, LookupError) as error:
            raise JobError(name, attempts=attempt) from error
    try:
        raise errors[-1]
    finally:
        errors.clear()

def chain(error):
    while error is not None:
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)

jobs = {"good": flaky(0, 1), "second": flaky(2, "late"), "never": flaky(9, 0), "zero": flaky(1, lambda: 1 / 0),
        "key": flaky(0, lambda: {}["k"]), "type": flaky(0, lambda: len(3))}
failed = {}
for name, job in jobs.items():
    try:
        print(f"{name}: {retry(name, job)}")
    except Exception as error:
        failed[name] = error
        print(f"{name}: " + " <- ".join(f"{type(e).__name__}({e})" for e in chain(error)), getattr(error, "__notes__", ""))
print({k: e.args for k, e in failed.items()})
for error in failed.values():
    print(*traceback.format_exception_only(error), sep="", end="")

@contextmanager
def step(name, log):
    log.append(f"+{name}")
    try:
        yield name
    except KeyError as error:
        log.append(f"!{error}")
        raise RuntimeError(f"in {name}") from error
    finally:
        log.append(f"-{name}")

log = []
for body in (lambda: None, lambda: {}["x"], lambda: int("y")):
    try:
        with ExitStack() as stack:
            names = [stack.enter_context(step(n, log)) for n in "ab"]
            stack.callback(log.append, "callback")
            stack.enter_context(suppress(ValueError))
            body()
    except RuntimeError as error:
        log.append([str(e) for e in chain(error)])
print(*log)

def returns(kind):
    try:
        if kind == "raise":
            raise OSError(2, "No such file", "x.bin")
        return "try"
    except OSError as error:
        return f"except {error.errno} {error.filename} | {error}"
    else:
        return "else"
    finally:
        if kind == "finally":
            return "finally"

print(returns("raise"), returns("plain"), returns("finally"), sep=" || ")
with nullcontext(5) as five, suppress(ZeroDivisionError):
    print(five, five // 0)
try:
    try:
        raise JobError("outer")
    except JobError as error:
        error.job = "changed"
        raise
except JobError as error:
    print(error, repr(error), error.__class__.__mro__[1].__name__, JobError.__doc__)

"""Measuring how long something takes."""

import gc as _gc
import itertools as _itertools
import time as _time

__all__ = ["Timer", "timeit", "repeat", "default_timer"]

default_timer = _time.perf_counter
default_number = 1000000
default_repeat = 5


def _callable(what, name):
    if callable(what):
        return what
    if isinstance(what, str) and what.strip() in ("", "pass"):
        return lambda: None
    raise ValueError(f"{name} must be a callable: text never becomes code here. Write timeit(lambda: …) "
                     "or the magic %timeit")


class Timer:
    """Times calls of a function."""

    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        self._statement, self._setup = _callable(stmt, "stmt"), _callable(setup, "setup")

    def timeit(self, number=default_number):
        """Seconds for `number` calls."""
        enabled = _gc.isenabled()
        _gc.disable()
        try:
            self._setup()
            statement, timer = self._statement, self.timer
            start = timer()
            for _ in _itertools.repeat(None, number):
                statement()
            return timer() - start
        finally:
            if enabled:
                _gc.enable()

    def repeat(self, repeat=default_repeat, number=default_number):
        """timeit several times; a list."""
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """(number, seconds) for as many calls as take at least 0.2 s."""
        scale = 1
        while True:
            for step in (1, 2, 5):
                number = scale * step
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            scale *= 10

    def print_exc(self, file=None):
        """Writes the exception being handled."""
        import traceback

        traceback.print_exc(file=file)


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    """Seconds for `number` calls of stmt."""
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number,
           globals=None):
    """timeit several times; a list."""
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)

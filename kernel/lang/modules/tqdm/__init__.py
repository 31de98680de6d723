"""Progress bars for loops. They go to stderr; `_show` is the one place that writes them."""

import sys as _sys
import time as _time

__all__ = ["tqdm", "trange", "tqdm_notebook", "tnrange"]
__version__ = "4.67.1"

_BLOCKS = " ▏▎▍▌▋▊▉█"
_BAR_WIDTH = 10
_open = []  # bars that are shown, outermost first


def _show(bar, text, done):
    """Writes one bar's line over its old one; `done` ends the line. A host that can rewrite a line
    in place sets its own function here."""
    bar.fp.write("\r" + text + " " * max(bar._shown - len(text), 0) + ("\n" if done else ""))
    bar._shown = 0 if done else len(text)


class tqdm:
    """Wraps an iterable (or counts by update()) and shows how far it is."""

    def __init__(self, iterable=None, desc=None, total=None, leave=True, file=None, ncols=None, mininterval=0.1,
                 maxinterval=10.0, miniters=None, ascii=None, disable=False, unit="it", unit_scale=False,
                 dynamic_ncols=False, smoothing=0.3, bar_format=None, initial=0, position=None, postfix=None,
                 unit_divisor=1000, write_bytes=False, lock_args=None, nrows=None, colour=None, delay=0, gui=False,
                 **kwargs):
        if kwargs:
            raise KeyError(f"Unknown argument(s): {kwargs}")
        if total is None and iterable is not None:
            try:
                total = len(iterable)
            except (TypeError, AttributeError):
                total = None
        if total == float("inf"):
            total = None
        self.iterable, self.total, self.leave = iterable, total, leave
        self.desc = desc + ": " if desc else ""
        self.fp = file or _sys.stderr
        self.disable = bool(disable)
        self.unit, self.unit_scale, self.unit_divisor = unit, unit_scale, unit_divisor
        self.mininterval, self.bar_format, self.initial = mininterval, bar_format, initial
        self.ascii, self.colour, self.delay = ascii, colour, delay
        self.postfix = None
        self.n, self.pos, self._shown = initial, len(_open), 0
        self.start_t = self.last_print_t = _time.time()
        self._last_n = initial
        if self.disable:
            return
        if postfix:
            if isinstance(postfix, dict):
                self.set_postfix(refresh=False, **postfix)
            else:
                self.postfix = postfix
        _open.append(self)
        if not delay:
            self.refresh()

    # --- the line ---------------------------------------------------------------------------------

    @staticmethod
    def format_sizeof(num, suffix="", divisor=1000):
        """12345 as '12.3k'."""
        for unit in ("", "k", "M", "G", "T", "P", "E", "Z"):
            if abs(num) < 999.5:
                if abs(num) < 99.95:
                    if abs(num) < 9.995:
                        return f"{num:1.2f}{unit}{suffix}"
                    return f"{num:2.1f}{unit}{suffix}"
                return f"{num:3.0f}{unit}{suffix}"
            num /= divisor
        return f"{num:3.1f}Y{suffix}"

    @staticmethod
    def format_interval(t):
        """Seconds as 'MM:SS' or 'H:MM:SS'."""
        sign = "-" if t < 0 else ""
        minutes, seconds = divmod(abs(int(t)), 60)
        hours, minutes = divmod(minutes, 60)
        return f"{sign}{hours:d}:{minutes:02d}:{seconds:02d}" if hours else f"{sign}{minutes:02d}:{seconds:02d}"

    @staticmethod
    def format_num(n):
        """A number in few characters."""
        short = f"{n:.3g}".replace("e+0", "e+").replace("e-0", "e-")
        full = str(n)
        return short if len(short) < len(full) else full

    @staticmethod
    def format_meter(n, total, elapsed, ncols=None, prefix="", ascii=False, unit="it", unit_scale=False, rate=None,
                     bar_format=None, postfix=None, unit_divisor=1000, initial=0, colour=None, **extra):
        """The whole line."""
        if total and n >= total + 0.5:
            total = None
        if unit_scale and unit_scale not in (True, 1):
            total = total * unit_scale if total else total
            n *= unit_scale
            unit_scale = False
        elapsed_text = tqdm.format_interval(elapsed)
        if rate is None and elapsed:
            rate = (n - initial) / elapsed
        inverse = 1 / rate if rate else None
        number = (lambda x: tqdm.format_sizeof(x, divisor=unit_divisor)) if unit_scale else str
        rate_noinv = f"{tqdm.format_sizeof(rate) if unit_scale else f'{rate:5.2f}'}{unit}/s" if rate else f"?{unit}/s"
        rate_inv = (f"{tqdm.format_sizeof(inverse) if unit_scale else f'{inverse:5.2f}'}s/{unit}" if inverse
                    else f"?s/{unit}")
        rate_text = rate_inv if inverse and inverse > 1 else rate_noinv
        n_text, total_text = number(n), number(total) if total is not None else "?"
        postfix = ", " + postfix if postfix else ""
        remaining = (total - n) / rate if rate and total else 0
        remaining_text = tqdm.format_interval(remaining) if rate else "?"
        if prefix and not prefix.endswith(": "):
            prefix += ": "
        values = dict(extra, n=n, n_fmt=n_text, total=total, total_fmt=total_text, elapsed=elapsed_text,
                      elapsed_s=elapsed, rate=inverse if inverse and inverse > 1 else rate, rate_fmt=rate_text,
                      rate_noinv=rate, rate_noinv_fmt=rate_noinv, rate_inv=inverse, rate_inv_fmt=rate_inv,
                      remaining=remaining_text, remaining_s=remaining, desc=prefix[:-2] if prefix else "",
                      postfix=postfix, unit=unit, colour=colour, l_bar="", r_bar="", bar="")
        if not total:
            if bar_format and "{bar}" not in bar_format:
                return bar_format.format(**values)
            return f"{prefix}{n_text}{unit} [{elapsed_text}, {rate_text}{postfix}]"
        fraction = n / total
        values["percentage"] = fraction * 100
        values["bar"] = _bar(fraction, _BAR_WIDTH, ascii)
        values["l_bar"] = f"{prefix}{fraction * 100:3.0f}%|"
        values["r_bar"] = f"| {n_text}/{total_text} [{elapsed_text}<{remaining_text}, {rate_text}{postfix}]"
        return (bar_format or "{l_bar}{bar}{r_bar}").format(**values)

    @property
    def format_dict(self):
        """What the line is made of."""
        return {"n": self.n, "total": self.total, "elapsed": _time.time() - self.start_t, "prefix": self.desc,
                "ascii": self.ascii, "unit": self.unit, "unit_scale": self.unit_scale, "bar_format": self.bar_format,
                "postfix": self.postfix, "unit_divisor": self.unit_divisor, "initial": self.initial,
                "colour": self.colour}

    def __str__(self):
        return self.format_meter(**self.format_dict)

    __repr__ = __str__

    # --- counting ---------------------------------------------------------------------------------

    def __bool__(self):
        if self.total is not None:
            return self.total > 0
        if self.iterable is None:
            raise TypeError("bool() undefined when iterable == total == None")
        return bool(self.iterable)

    def __len__(self):
        if self.iterable is None:
            return self.total
        return len(self.iterable) if hasattr(self.iterable, "__len__") else self.total

    def __contains__(self, item):
        return item in self.iterable

    def __iter__(self):
        if self.disable:
            yield from self.iterable
            return
        try:
            for item in self.iterable:
                yield item
                self.update()
        finally:
            self.close()

    def __reversed__(self):
        self.iterable = reversed(self.iterable)
        return iter(self)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def update(self, n=1):
        """Counts on; True when the line was written anew."""
        self.n += n
        if self.disable:
            return None
        now = _time.time()
        if now - self.last_print_t < self.mininterval or now - self.start_t < self.delay:
            return None
        self.last_print_t = now
        self.refresh()
        return True

    def refresh(self, nolock=False, lock_args=None):
        """Writes the line anew."""
        if not self.disable:
            _show(self, str(self), False)
        return True

    display = refresh

    def close(self):
        """Ends the bar: it stays, or is wiped when leave is false."""
        if self.disable:
            return
        self.disable = True
        if self in _open:
            _open.remove(self)
        keep = self.pos == 0 if self.leave is None else self.leave
        if keep:
            _show(self, str(self), True)
        elif self._shown:
            self.fp.write("\r" + " " * self._shown + "\r")

    def clear(self, nolock=False):
        """Wipes the line."""
        if not self.disable and self._shown:
            self.fp.write("\r" + " " * self._shown + "\r")
            self._shown = 0

    def reset(self, total=None):
        """Begins anew."""
        self.n = self.initial
        if total is not None:
            self.total = total
        self.start_t = self.last_print_t = _time.time()
        self.refresh()

    def unpause(self):
        """Nothing to do."""

    def set_description(self, desc=None, refresh=True):
        """The text before the bar."""
        self.desc = desc + ": " if desc else ""
        if refresh:
            self.refresh()

    def set_description_str(self, desc=None, refresh=True):
        """The text before the bar, as it is."""
        self.desc = desc or ""
        if refresh:
            self.refresh()

    def set_postfix(self, ordered_dict=None, refresh=True, **kwargs):
        """Names and values behind the bar."""
        values = {**(ordered_dict or {}), **{key: kwargs[key] for key in sorted(kwargs)}}
        for key, value in values.items():
            if isinstance(value, (int, float)) and not isinstance(value, bool):
                value = self.format_num(value)
            elif not isinstance(value, str):
                value = str(value)
            values[key] = value
        self.postfix = ", ".join([f"{key}={value.strip()}" for key, value in values.items()])
        if refresh:
            self.refresh()

    def set_postfix_str(self, s="", refresh=True):
        """A text behind the bar."""
        self.postfix = str(s)
        if refresh:
            self.refresh()

    @classmethod
    def write(cls, s, file=None, end="\n", nolock=False):
        """Prints a line without disturbing the bars."""
        shown = [bar for bar in _open if bar._shown]
        for bar in shown:
            bar.clear()
        (file or _sys.stdout).write(s + end)
        for bar in shown:
            bar.refresh()

    @classmethod
    def pandas(cls, *args, **kwargs):
        """Accepted: tables are small here."""

    @classmethod
    def wrapattr(cls, stream, method, total=None, bytes=True, **kwargs):
        """Refused: there are no streams to follow."""
        raise NotImplementedError("tqdm.wrapattr: there are no streams to follow here")


def _bar(fraction, width, ascii):
    """The bar alone."""
    signs = " 123456789#" if ascii is True else ascii if isinstance(ascii, str) else _BLOCKS
    steps = len(signs) - 1
    whole, part = divmod(int(min(max(fraction, 0), 1) * width * steps), steps)
    text = signs[-1] * whole
    if whole < width:
        text += signs[part] + signs[0] * (width - whole - 1)
    return text


def trange(*args, **kwargs):
    """tqdm(range(…))."""
    return tqdm(range(*args), **kwargs)


tqdm_notebook, tnrange = tqdm, trange

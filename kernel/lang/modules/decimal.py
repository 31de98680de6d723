"""Decimal numbers with a chosen number of digits."""

from _synthesize import shown as _shown
from collections import namedtuple as _namedtuple
import math as _math

__all__ = ["Decimal", "Context", "DecimalException", "Clamped", "InvalidOperation", "DivisionByZero", "Inexact",
           "Rounded", "Subnormal", "Overflow", "Underflow", "FloatOperation", "DivisionImpossible",
           "DivisionUndefined", "InvalidContext", "ConversionSyntax", "ROUND_DOWN", "ROUND_HALF_UP",
           "ROUND_HALF_EVEN", "ROUND_CEILING", "ROUND_FLOOR", "ROUND_UP", "ROUND_HALF_DOWN", "ROUND_05UP", "setcontext",
           "getcontext", "localcontext", "DefaultContext", "BasicContext", "ExtendedContext", "MAX_PREC"]

ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_CEILING = ("ROUND_DOWN", "ROUND_HALF_UP", "ROUND_HALF_EVEN",
                                                             "ROUND_CEILING")
ROUND_FLOOR, ROUND_UP, ROUND_HALF_DOWN, ROUND_05UP = "ROUND_FLOOR", "ROUND_UP", "ROUND_HALF_DOWN", "ROUND_05UP"
MAX_PREC = 999999999999999999


class DecimalException(ArithmeticError):
    """Something about decimal numbers."""


class Clamped(DecimalException):
    """An exponent was changed to fit."""


class InvalidOperation(DecimalException):
    """There is no result."""


class ConversionSyntax(InvalidOperation):
    """A text is no number."""


class DivisionByZero(DecimalException, ZeroDivisionError):
    """A number by zero."""


class DivisionImpossible(InvalidOperation):
    """The whole part of a quotient has too many digits."""


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    """0 / 0."""


class InvalidContext(InvalidOperation):
    """A context cannot be."""


class Inexact(DecimalException):
    """Digits were lost."""


class Rounded(DecimalException):
    """A number was rounded."""


class Subnormal(DecimalException):
    """A number is very small."""


class Overflow(Inexact, Rounded):
    """A number is too large."""


class Underflow(Inexact, Rounded, Subnormal):
    """A number is too small."""


class FloatOperation(DecimalException, TypeError):
    """Floats and decimals were mixed."""


_ROUNDINGS = (ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_HALF_DOWN,
              ROUND_05UP)


class Context:
    """How many digits results have, and how they are rounded."""

    def __init__(self, prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=None,
                 traps=None):
        self.prec, self.rounding, self.Emin, self.Emax = prec, rounding, Emin, Emax
        self.capitals, self.clamp = capitals, clamp
        self.flags = {} if flags is None else flags
        self.traps = {InvalidOperation: True, DivisionByZero: True, Overflow: True} if traps is None else traps

    def __setattr__(self, name, value):
        if name == "prec" and (not isinstance(value, int) or not 1 <= value <= MAX_PREC):
            raise ValueError("valid range for prec is [1, MAX_PREC]")
        if name == "rounding" and value not in _ROUNDINGS:
            raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                            "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
        object.__setattr__(self, name, value)

    def copy(self):
        """Another one like it."""
        return Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, dict(self.flags),
                       self.traps if not isinstance(self.traps, dict) else dict(self.traps))

    __copy__ = copy

    def create_decimal(self, num="0"):
        """A decimal, rounded."""
        return Decimal(num)._rounded(self)

    def clear_flags(self):
        """Forgets what happened."""
        self.flags = {}

    def _traps(self, signal):
        traps = self.traps
        return bool(traps.get(signal)) if isinstance(traps, dict) else signal in traps

    def __getattr__(self, name):
        names = {"add": "__add__", "subtract": "__sub__", "multiply": "__mul__", "divide": "__truediv__",
                 "power": "__pow__", "abs": "__abs__", "minus": "__neg__"}
        if name not in names and not hasattr(Decimal, name):
            raise AttributeError(f"'decimal.Context' object has no attribute {name!r}")

        def method(a, *args):
            with localcontext(self):
                return getattr(Decimal(a), names.get(name, name))(*args)

        return method

    def __repr__(self):
        return (f"Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, "
                f"capitals={self.capitals}, clamp={self.clamp}, flags=[], "
                "traps=[InvalidOperation, DivisionByZero, Overflow])")


DefaultContext = Context()
BasicContext = Context(9, ROUND_HALF_UP)
ExtendedContext = Context(9, traps={})
_current = [DefaultContext.copy()]


def getcontext():
    """The context in use."""
    return _current[-1]


def setcontext(context, /):
    """Changes the context in use."""
    _current[-1] = context


class localcontext:
    """A context for a with block; keywords change it."""

    def __init__(self, ctx=None, **kwargs):
        self._context = (ctx or getcontext()).copy()
        for name, value in kwargs.items():
            if name not in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
                raise TypeError(f"{name!r} is an invalid keyword argument for this function")
            setattr(self._context, name, value)

    def __enter__(self):
        _current.append(self._context)
        return self._context

    def __exit__(self, *exc):
        _current.pop()


def _digit_count(n):
    return len(str(n)) if n else 1


def _divided(n, d, rounding, negative):
    """n / d (both positive) as a whole number."""
    q, r = divmod(n, d)
    if r and _rounds_up(q, 2 * r - d, rounding, negative):
        q += 1
    return q


def _rounds_up(q, half, rounding, negative):
    """Is q with a rest rounded away from zero? half is the rest compared with one half."""
    if rounding == ROUND_HALF_EVEN:
        return half > 0 or half == 0 and q % 2 == 1
    if rounding == ROUND_HALF_UP:
        return half >= 0
    if rounding == ROUND_HALF_DOWN:
        return half > 0
    if rounding == ROUND_DOWN:
        return False
    if rounding == ROUND_UP:
        return True
    if rounding == ROUND_05UP:
        return q % 10 in (0, 5)
    return negative == (rounding == ROUND_FLOOR)


def _parse(text):
    """(sign, digits, exponent, special) of a text; None when it is no number."""
    body = text.strip().replace("_", "")
    sign = body.startswith("-")
    if body[:1] in ("+", "-"):
        body = body[1:]
    low = body.lower()
    if low in ("inf", "infinity"):
        return sign, 0, 0, "F"
    if low.rstrip("0123456789") in ("nan", "snan"):
        return sign, 0, 0, "n"
    mantissa, mark, exponent = low.partition("e")
    whole, _, part = mantissa.partition(".")
    unsigned = exponent[1:] if exponent[:1] in ("+", "-") else exponent
    digits = whole + part
    if not digits.isdecimal() or mark and not unsigned.isdecimal():
        return None
    return sign, int(digits), (int(exponent) if mark else 0) - len(part), None


class Decimal:
    """Decimal('1.10'): digits and an exponent, exactly."""

    __slots__ = ("_sign", "_int", "_exp", "_special")

    def __new__(cls, value="0", context=None):
        if context is not None and not isinstance(context, Context):
            raise TypeError("optional argument must be a context")
        self = object.__new__(cls)
        if isinstance(value, int):
            self._sign, self._int, self._exp, self._special = value < 0, abs(value), 0, None
        elif isinstance(value, str):
            found = _parse(value)
            if found is None:
                if getcontext()._traps(InvalidOperation):
                    raise InvalidOperation([ConversionSyntax])
                found = (False, 0, 0, "n")
            self._sign, self._int, self._exp, self._special = found
        elif isinstance(value, Decimal):
            self._sign, self._int, self._exp, self._special = value._sign, value._int, value._exp, value._special
        elif isinstance(value, float):
            return cls.from_float(value)
        elif isinstance(value, (tuple, list)):
            sign, digits, exponent = value
            self._sign, self._int = bool(sign), int("".join(map(str, digits)) or "0")
            special = isinstance(exponent, str)
            self._exp, self._special = (0, exponent) if special else (exponent, None)
        else:
            raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")
        return self

    @classmethod
    def _made(cls, sign, digits, exponent, special=None):
        self = object.__new__(Decimal)
        self._sign, self._int, self._exp, self._special = sign, digits, exponent, special
        return self

    @classmethod
    def from_float(cls, f):
        """The exact value of a float."""
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError("argument must be int or float")
        if _math.isinf(f) or _math.isnan(f):
            return cls(repr(f))
        n, d = abs(f).as_integer_ratio()
        k = d.bit_length() - 1
        return cls._made(_math.copysign(1.0, f) == -1.0, n * 5**k, -k)

    # --- looking ----------------------------------------------------------------------------------

    def as_tuple(self):
        """DecimalTuple(sign, digits, exponent)."""
        digits = tuple([int(c) for c in str(self._int)]) if self._special is None else ()
        return DecimalTuple(int(self._sign), (0,) if self._special == "F" else digits,
                            self._exp if self._special is None else self._special)

    def as_integer_ratio(self):
        """(numerator, denominator) in lowest terms."""
        if self._special == "n":
            raise ValueError("cannot convert NaN to integer ratio")
        if self._special:
            raise OverflowError("cannot convert Infinity to integer ratio")
        n = -self._int if self._sign else self._int
        if self._exp >= 0:
            return n * 10**self._exp, 1
        d = 10**-self._exp
        g = _math.gcd(n, d)
        return n // g, d // g

    def __str__(self, eng=False):
        sign = "-" if self._sign else ""
        if self._special:
            return sign + ("Infinity" if self._special == "F" else "NaN")
        digits = str(self._int)
        left = self._exp + len(digits)
        if self._exp <= 0 and left > -6:
            point = left
        elif not eng:
            point = 1
        elif self._int == 0:
            point = (left + 1) % 3 - 1
        else:
            point = (left - 1) % 3 + 1
        if point <= 0:
            whole, part = "0", "." + "0" * -point + digits
        elif point >= len(digits):
            whole, part = digits + "0" * (point - len(digits)), ""
        else:
            whole, part = digits[:point], "." + digits[point:]
        exponent = "" if left == point else ["e", "E"][getcontext().capitals] + f"{left - point:+d}"
        return sign + whole + part + exponent

    def to_eng_string(self, context=None):
        """With exponents that are multiples of three."""
        return self.__str__(eng=True)

    def __repr__(self):
        return f"Decimal('{self}')"

    def __bool__(self):
        return self._special is not None or self._int != 0

    def __int__(self):
        if self._special == "n":
            raise ValueError("cannot convert NaN to integer")
        if self._special:
            raise OverflowError("cannot convert Infinity to integer")
        n = self._int * 10**self._exp if self._exp >= 0 else self._int // 10**-self._exp
        return -n if self._sign else n

    __trunc__ = __int__

    def __float__(self):
        return float(str(self))

    def _whole_or_error(self, rounding):
        if self._special == "n":
            raise ValueError("cannot convert NaN to integer")
        if self._special:
            raise OverflowError("cannot convert Infinity to integer")
        return int(self.to_integral_value(rounding))

    def __floor__(self):
        return self._whole_or_error(ROUND_FLOOR)

    def __ceil__(self):
        return self._whole_or_error(ROUND_CEILING)

    def __round__(self, n=None):
        if n is None:
            return int(self.to_integral_value(ROUND_HALF_EVEN))
        return self.quantize(Decimal._made(False, 1, -n), ROUND_HALF_EVEN)

    def __complex__(self):
        return complex(float(self))

    def __hash__(self):
        if self._special == "n":
            return object.__hash__(self)
        if self._special:
            return -314159 if self._sign else 314159
        modulus = 2305843009213693951
        power = pow(10, self._exp, modulus) if self._exp >= 0 else pow(pow(10, -1, modulus), -self._exp, modulus)
        value = self._int * power % modulus
        value = -value if self._sign else value
        return -2 if value == -1 else value

    real = property(lambda self: self)
    imag = property(lambda self: Decimal(0))

    def conjugate(self):
        """self"""
        return self

    def is_nan(self):
        return self._special == "n"

    def is_infinite(self):
        return self._special == "F"

    def is_finite(self):
        return self._special is None

    def is_zero(self):
        return self._special is None and self._int == 0

    def is_signed(self):
        return self._sign

    def adjusted(self):
        """The exponent of the first digit."""
        return self._exp + _digit_count(self._int) - 1 if self._special is None else 0

    # --- rounding ---------------------------------------------------------------------------------

    def _rounded(self, context):
        extra = _digit_count(self._int) - context.prec
        if not self._int and self._special is None:
            exponent = min(max(self._exp, context.Emin - context.prec + 1), context.Emax)
            return self if exponent == self._exp else Decimal._made(self._sign, 0, exponent)
        if self._special is not None or extra <= 0:
            result = self
        else:
            digits = _divided(self._int, 10**extra, context.rounding, self._sign)
            if _digit_count(digits) > context.prec:
                digits //= 10
                extra += 1
            result = Decimal._made(self._sign, digits, self._exp + extra)
        if result._special is None and result._int and result.adjusted() < context.Emin:
            return self._subnormal(context)
        if result._special is None and result._int and result.adjusted() > context.Emax:
            if context._traps(Overflow):
                raise Overflow([Overflow])
            return Decimal._made(self._sign, 0, 0, "F")
        return result

    def _subnormal(self, context):
        """Below the smallest exponent there are fewer digits, and none at last."""
        least = context.Emin - context.prec + 1
        if self._exp >= least:
            return self
        digits = 0
        if least - self._exp <= _digit_count(self._int) + 1:
            digits = _divided(self._int, 10 ** (least - self._exp), context.rounding, self._sign)
        elif context.rounding == (ROUND_FLOOR if self._sign else ROUND_CEILING) or context.rounding in (ROUND_UP, ROUND_05UP):
            digits = 1
        return Decimal._made(self._sign, digits, least)

    def quantize(self, exp, rounding=None, context=None):
        """Rounded to the exponent of another number: quantize(Decimal('0.01'))."""
        exp = _operand(exp)
        context = context or getcontext()
        if self._special or exp._special:
            if "n" in (self._special, exp._special):
                return self if self._special == "n" else exp
            if self._special == exp._special:
                return self
            return _invalid("quantize with one INF")
        if self._exp >= exp._exp:
            digits = self._int * 10 ** (self._exp - exp._exp)
        else:
            digits = _divided(self._int, 10 ** (exp._exp - self._exp), rounding or context.rounding, self._sign)
        if _digit_count(digits) > context.prec:
            return _invalid("quantize result has too many digits for current context")
        return Decimal._made(self._sign, digits, exp._exp)

    def to_integral_value(self, rounding=None, context=None):
        """Rounded to a whole number."""
        if self._special or self._exp >= 0:
            return Decimal(self)
        rounding = rounding or (context or getcontext()).rounding
        return Decimal._made(self._sign, _divided(self._int, 10**-self._exp, rounding, self._sign), 0)

    to_integral = to_integral_exact = to_integral_value

    def normalize(self, context=None):
        """Without zeros at the end."""
        result = self._rounded(context or getcontext())
        if result._special or not result._int:
            return result if result._special else Decimal._made(result._sign, 0, 0)
        digits, exponent = result._int, result._exp
        while digits % 10 == 0:
            digits, exponent = digits // 10, exponent + 1
        return Decimal._made(result._sign, digits, exponent)

    # --- arithmetic -------------------------------------------------------------------------------

    def __neg__(self):
        if self._special == "n":
            return self
        if not self and self._special is None:
            return Decimal._made(not self._sign and getcontext().rounding == ROUND_FLOOR, 0, self._exp)
        return Decimal._made(not self._sign if self else False, self._int, self._exp, self._special)._rounded(getcontext())

    def __pos__(self):
        if not self and self._special is None:
            return Decimal._made(self._sign and getcontext().rounding == ROUND_FLOOR, 0, self._exp)
        return Decimal._made(self._sign and bool(self), self._int, self._exp, self._special)._rounded(getcontext())

    def __abs__(self, round=True):
        return Decimal._made(False, self._int, self._exp, self._special)._rounded(getcontext())

    def copy_abs(self):
        return Decimal._made(False, self._int, self._exp, self._special)

    def copy_negate(self):
        return Decimal._made(not self._sign, self._int, self._exp, self._special)

    def copy_sign(self, other):
        return Decimal._made(_operand(other)._sign, self._int, self._exp, self._special)

    def _signed(self):
        return -self._int if self._sign else self._int

    def __add__(self, other):
        given, other = other, _operand(other)
        if other is NotImplemented:
            return _unknown("+", self, given)
        if self._special or other._special:
            if "n" in (self._special, other._special):
                return Decimal._made(False, 0, 0, "n")
            if self._special and other._special and self._sign != other._sign:
                return _invalid("-INF + INF")
            return self if self._special else other
        exponent = min(self._exp, other._exp)
        total = (self._signed() * 10 ** (self._exp - exponent) + other._signed() * 10 ** (other._exp - exponent))
        negative = total < 0 or total == 0 and self._sign and other._sign
        return Decimal._made(negative, abs(total), exponent)._rounded(getcontext())

    def __radd__(self, other):
        given, other = other, _operand(other)
        return _unknown("+", given, self) if other is NotImplemented else other + self

    def __sub__(self, other):
        given, other = other, _operand(other)
        return _unknown("-", self, given) if other is NotImplemented else self + other.copy_negate()

    def __rsub__(self, other):
        given, other = other, _operand(other)
        return _unknown("-", given, self) if other is NotImplemented else other - self

    def __mul__(self, other):
        given, other = other, _operand(other)
        if other is NotImplemented:
            return _unknown("*", self, given)
        negative = self._sign != other._sign
        if self._special or other._special:
            if "n" in (self._special, other._special):
                return Decimal._made(False, 0, 0, "n")
            return Decimal._made(negative, 0, 0, "F") if self and other else _invalid("(+-)INF * 0")
        return Decimal._made(negative, self._int * other._int, self._exp + other._exp)._rounded(getcontext())

    def __rmul__(self, other):
        given, other = other, _operand(other)
        return _unknown("*", given, self) if other is NotImplemented else other * self

    def __truediv__(self, other):
        given, other = other, _operand(other)
        if other is NotImplemented:
            return _unknown("/", self, given)
        negative, context = self._sign != other._sign, getcontext()
        if self._special or other._special:
            if "n" in (self._special, other._special):
                return Decimal._made(False, 0, 0, "n")
            if self._special and other._special:
                return _invalid("(+-)INF/(+-)INF")
            return Decimal._made(negative, 0, 0 if self._special else context.Emin - context.prec + 1, self._special)
        if not other._int:
            if not self._int:
                return _signal(DivisionUndefined, "0 / 0")
            return _by_zero(negative)
        if not self._int:
            return Decimal._made(negative, 0, self._exp - other._exp)
        shift = max(_digit_count(other._int) - _digit_count(self._int) + context.prec + 1, 0)
        exponent = self._exp - other._exp - shift
        q, r = divmod(self._int * 10**shift, other._int)
        if r:
            q = q if q % 5 else q + 1  # a last digit that no rounding takes for exact
        else:
            ideal = self._exp - other._exp
            while exponent < ideal and q % 10 == 0:
                q, exponent = q // 10, exponent + 1
        return Decimal._made(negative, q, exponent)._rounded(context)

    def __rtruediv__(self, other):
        given, other = other, _operand(other)
        return _unknown("/", given, self) if other is NotImplemented else other / self

    def _divmod(self, other):
        """(quotient towards zero, rest)."""
        exponent = min(self._exp, other._exp)
        a, b = self._int * 10 ** (self._exp - exponent), other._int * 10 ** (other._exp - exponent)
        q, r = divmod(a, b)
        if _digit_count(q) > getcontext().prec:
            _signal(DivisionImpossible, "")
        return (Decimal._made(self._sign != other._sign, q, 0),
                Decimal._made(self._sign, r, exponent)._rounded(getcontext()))

    def _whole(self, other, which):
        given, other = other, _operand(other)
        if other is NotImplemented:
            return _unknown("%" if which else "//", self, given)
        if "n" in (self._special, other._special):
            return Decimal._made(False, 0, 0, "n")
        if self._special:
            if which or other._special:
                return _invalid("INF % x" if which else "INF // INF")
            return Decimal._made(self._sign != other._sign, 0, 0, "F")
        if other._special:
            return self if which else Decimal._made(self._sign != other._sign, 0, 0)
        if not other._int:
            if self._int and not which:
                return _by_zero(self._sign != other._sign)
            return _signal(DivisionUndefined if not self._int else InvalidOperation, "x % 0" if which else "0 // 0")
        return self._divmod(other)[which]

    def __floordiv__(self, other):
        return self._whole(other, 0)

    def __mod__(self, other):
        return self._whole(other, 1)

    def __rfloordiv__(self, other):
        return _operand(other)._whole(self, 0)

    def __rmod__(self, other):
        return _operand(other)._whole(self, 1)

    def __divmod__(self, other):
        found = _operand(other)
        if found is not NotImplemented and self._special is None and found._special is None and not found and self:
            if getcontext()._traps(InvalidOperation):
                raise InvalidOperation([InvalidOperation, DivisionByZero])
        return self // other, self % other

    def __rdivmod__(self, other):
        return _operand(other) // self, _operand(other) % self

    def fma(self, other, third, context=None):
        """self * other + third, rounded once."""
        other, third = _operand(other), _operand(third)
        if self._special or other._special:
            return self * other + third
        return Decimal._made(self._sign != other._sign, self._int * other._int, self._exp + other._exp) + third

    def scaleb(self, other, context=None):
        """With another exponent."""
        context, other = context or getcontext(), _operand(other)
        if "n" in (self._special, other._special):
            return self if self._special == "n" else other
        if other._special or other._exp or other._int > 2 * (context.Emax + context.prec):
            return _invalid("scaleb by what is no whole number")
        if self._special:
            return self
        return Decimal._made(self._sign, self._int, self._exp + int(other))._rounded(context)

    # --- order ------------------------------------------------------------------------------------

    def _compare(self, other):
        """-1, 0, 1; None for what is no number."""
        if "n" in (self._special, other._special):
            return None
        if self._special or other._special:
            a = (-1 if self._sign else 1) if self._special else 0
            b = (-1 if other._sign else 1) if other._special else 0
            return (a > b) - (a < b)
        exponent = min(self._exp, other._exp)
        a, b = self._signed() * 10 ** (self._exp - exponent), other._signed() * 10 ** (other._exp - exponent)
        return (a > b) - (a < b)

    def compare(self, other, context=None):
        """Decimal(-1), Decimal(0) or Decimal(1)."""
        c = self._compare(_operand(other))
        return Decimal._made(False, 0, 0, "n") if c is None else Decimal(c)

    def _ordered(self, sign, other, test):
        given, other = other, _comparable(other)
        if other is NotImplemented:
            return _unknown(sign, self, given)
        c = self._compare(other)
        if c is None:
            _signal(InvalidOperation, "comparison involving NaN")
            return False
        return test(c)

    def __eq__(self, other):
        other = _comparable(other)
        return other if other is NotImplemented else self._compare(other) == 0

    def __lt__(self, other):
        return self._ordered('<', other, lambda c: c < 0)

    def __le__(self, other):
        return self._ordered('<=', other, lambda c: c <= 0)

    def __gt__(self, other):
        return self._ordered('>', other, lambda c: c > 0)

    def __ge__(self, other):
        return self._ordered('>=', other, lambda c: c >= 0)

    # --- format -----------------------------------------------------------------------------------

    def __format__(self, spec, context=None):
        if not spec:
            return str(self)
        from _decimal_format import write

        return write(self, spec, Decimal, ROUND_HALF_EVEN)

    def __reduce__(self):
        return Decimal, (str(self),)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


DecimalTuple = _namedtuple("DecimalTuple", "sign digits exponent")


def _operand(other):
    if isinstance(other, Decimal):
        return other
    return Decimal(other) if isinstance(other, int) else NotImplemented


def _unknown(sign, a, b):
    """What an operator returns for operands it does not know; builtin ones are refused at once, with
    the names that CPython gives."""
    names = ["decimal.Decimal" if isinstance(x, Decimal) else type(x).__name__ for x in (a, b)]
    if any(type(x).__module__ not in ("builtins", "decimal") for x in (a, b)):
        return NotImplemented
    if sign[0] in "<>":
        raise TypeError(f"'{sign}' not supported between instances of '{names[0]}' and '{names[1]}'")
    raise TypeError(f"unsupported operand type(s) for {sign}: '{names[0]}' and '{names[1]}'")


def _comparable(other):
    if isinstance(other, float):
        return Decimal.from_float(other)
    if hasattr(other, "numerator") and not isinstance(other, int):
        return Decimal(other.numerator) / Decimal(other.denominator)
    return _operand(other)


def _signal(kind, text):
    context = getcontext()
    if context._traps(InvalidOperation) or kind is DivisionByZero and context._traps(DivisionByZero):
        raise (InvalidOperation if kind is not DivisionByZero else kind)([kind])
    return Decimal._made(False, 0, 0, "n")


def _invalid(text):
    return _signal(InvalidOperation, text)


def _by_zero(negative):
    if getcontext()._traps(DivisionByZero):
        raise DivisionByZero([DivisionByZero])
    return Decimal._made(negative, 0, 0, "F")


def _register():
    import sys

    numbers = sys.modules.get("numbers")
    if numbers:
        numbers.Number.register(Decimal)


_register()
import _decimal_functions
import _decimal_more

_shown(Decimal)
_shown(Context)

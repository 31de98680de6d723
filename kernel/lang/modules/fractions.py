"""Exact quotients of integers."""

import math as _math
import numbers as _numbers

__all__ = ["Fraction"]


def _digits(text):
    return text and text.replace("_", "").isdecimal() and not text.startswith("_") and not text.endswith("_") \
        and "__" not in text


def _parse(text):
    """(numerator, denominator) of '3/4', '-1.5e3', '7'."""
    stripped = text.strip()
    sign = -1 if stripped.startswith("-") else 1
    body = stripped[1:] if stripped[:1] in ("+", "-") else stripped
    if "/" in body:
        top, bottom = body.split("/", 1)
        if _digits(top) and _digits(bottom):
            return sign * int(top), int(bottom)
    else:
        low = body.lower()
        mantissa, mark, exponent = low.partition("e")
        whole, point, decimals = mantissa.partition(".")
        unsigned = exponent[1:] if exponent[:1] in ("+", "-") else exponent
        if (whole or decimals) and (not whole or _digits(whole)) and (not decimals or _digits(decimals)) \
                and (not mark or _digits(unsigned)):
            decimals = decimals.replace("_", "")
            scale = (int(exponent) if mark else 0) - len(decimals)
            n = sign * int((whole or "0") + decimals)
            return (n * 10**scale, 1) if scale >= 0 else (n, 10**-scale)
    raise ValueError(f"Invalid literal for Fraction: {text!r}")


class Fraction(_numbers.Rational):
    """Fraction(numerator, denominator), in lowest terms; also from a float, a text, a Decimal."""

    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        if denominator is None:
            if type(numerator) is int:
                return cls._made(numerator, 1)
            if isinstance(numerator, str):
                numerator, denominator = _parse(numerator)
            elif isinstance(numerator, _numbers.Rational):
                return cls._made(numerator.numerator, numerator.denominator)
            elif hasattr(numerator, "as_integer_ratio") and not isinstance(numerator, type):
                return cls._made(*numerator.as_integer_ratio())
            else:
                raise TypeError("argument should be a string or a Rational instance")
        elif not (isinstance(numerator, _numbers.Rational) and isinstance(denominator, _numbers.Rational)):
            raise TypeError("both arguments should be Rational instances")
        elif type(numerator) is not int or type(denominator) is not int:
            numerator, denominator = (numerator.numerator * denominator.denominator,
                                      denominator.numerator * numerator.denominator)
        if denominator == 0:
            raise ZeroDivisionError(f"Fraction({numerator}, 0)")
        return cls._reduced(numerator, denominator)

    @classmethod
    def _made(cls, numerator, denominator):
        self = object.__new__(cls)
        self._numerator, self._denominator = numerator, denominator
        return self

    @classmethod
    def _reduced(cls, numerator, denominator):
        g = _math.gcd(numerator, denominator)
        if denominator < 0:
            g = -g
        return cls._made(numerator // g, denominator // g)

    @classmethod
    def from_float(cls, f):
        """The exact value of a float."""
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError(f"{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})")
        return cls._made(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        """The exact value of a Decimal."""
        return cls._made(*dec.as_integer_ratio())

    def as_integer_ratio(self):
        """(numerator, denominator)."""
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        """The closest fraction with a denominator of at most this."""
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return Fraction._made(p1, q1)
        return Fraction._reduced(p0 + k * p1, q0 + k * q1)

    numerator = property(lambda self: self._numerator)
    denominator = property(lambda self: self._denominator)

    def __repr__(self):
        return f"{type(self).__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f"{self._numerator}/{self._denominator}"

    # --- arithmetic: exact with integers and fractions, else as float or complex ------------------

    def _add(a, b):
        return Fraction._reduced(a.numerator * b.denominator + b.numerator * a.denominator,
                                 a.denominator * b.denominator)

    def _sub(a, b):
        return Fraction._reduced(a.numerator * b.denominator - b.numerator * a.denominator,
                                 a.denominator * b.denominator)

    def _mul(a, b):
        return Fraction._reduced(a.numerator * b.numerator, a.denominator * b.denominator)

    def _div(a, b):
        n, d = a.numerator * b.denominator, a.denominator * b.numerator
        if d == 0:
            raise ZeroDivisionError(f"Fraction({(a > 0) - (a < 0)}, 0)")
        return Fraction._reduced(n, d)

    def _floordiv(a, b):
        return (a.numerator * b.denominator) // (a.denominator * b.numerator)

    def _mod(a, b):
        return Fraction._reduced((a.numerator * b.denominator) % (b.numerator * a.denominator),
                                 a.denominator * b.denominator)

    def _divmod(a, b):
        q, r = divmod(a.numerator * b.denominator, a.denominator * b.numerator)
        return q, Fraction._reduced(r, a.denominator * b.denominator)

    def _operator(exact, inexact):
        """The method and its reflected one."""

        def forward(a, b):
            if isinstance(b, (int, Fraction)):
                return exact(a, b)
            if isinstance(b, float):
                return inexact(float(a), b)
            if isinstance(b, complex):
                return inexact(complex(a), b)
            return NotImplemented

        def reverse(b, a):
            if isinstance(a, _numbers.Rational):
                return exact(a, b)
            if isinstance(a, _numbers.Real):
                return inexact(float(a), float(b))
            if isinstance(a, _numbers.Complex):
                return inexact(complex(a), complex(b))
            return NotImplemented

        return forward, reverse

    __add__, __radd__ = _operator(_add, lambda a, b: a + b)
    __sub__, __rsub__ = _operator(_sub, lambda a, b: a - b)
    __mul__, __rmul__ = _operator(_mul, lambda a, b: a * b)
    __truediv__, __rtruediv__ = _operator(_div, lambda a, b: a / b)
    __floordiv__, __rfloordiv__ = _operator(_floordiv, lambda a, b: a // b)
    __mod__, __rmod__ = _operator(_mod, lambda a, b: a % b)
    __divmod__, __rdivmod__ = _operator(_divmod, divmod)

    def __pow__(a, b):
        if not isinstance(b, _numbers.Rational):
            return float(a) ** b
        if b.denominator != 1:
            return float(a) ** float(b)
        power = b.numerator
        if power >= 0:
            return Fraction._made(a._numerator**power, a._denominator**power)
        if a._numerator == 0:
            raise ZeroDivisionError(f"Fraction({a._denominator ** -power}, 0)")
        n, d = a._denominator**-power, a._numerator**-power
        return Fraction._made(n, d) if d > 0 else Fraction._made(-n, -d)

    def __rpow__(b, a):
        if b._denominator == 1 and b._numerator >= 0:
            return a**b._numerator
        if isinstance(a, _numbers.Rational):
            return Fraction(a.numerator, a.denominator) ** b
        return a ** b._numerator if b._denominator == 1 else a ** float(b)

    def __pos__(a):
        return Fraction._made(a._numerator, a._denominator)

    def __neg__(a):
        return Fraction._made(-a._numerator, a._denominator)

    def __abs__(a):
        return Fraction._made(abs(a._numerator), a._denominator)

    def __int__(a):
        return a.__trunc__()

    def __trunc__(a):
        return -(-a._numerator // a._denominator) if a._numerator < 0 else a._numerator // a._denominator

    def __floor__(a):
        return a._numerator // a._denominator

    def __ceil__(a):
        return -(-a._numerator // a._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            floor, rest = divmod(self._numerator, self._denominator)
            if rest * 2 != self._denominator:
                return floor + (rest * 2 > self._denominator)
            return floor + floor % 2
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __hash__(self):
        if self._denominator == 1:
            return hash(self._numerator)
        modulus = 2305843009213693951
        inverse = pow(self._denominator, -1, modulus) if self._denominator % modulus else None
        value = 314159 if inverse is None else hash(hash(abs(self._numerator)) * inverse)
        result = value if self._numerator >= 0 else -value
        return -2 if result == -1 else result

    def __eq__(a, b):
        if type(b) is int:
            return a._numerator == b and a._denominator == 1
        if isinstance(b, _numbers.Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, complex) and b.imag == 0:
            b = b.real
        if isinstance(b, float):
            return 0.0 == b if _math.isnan(b) or _math.isinf(b) else a == a.from_float(b)
        return NotImplemented

    def _ordered(self, other, compare):
        if isinstance(other, _numbers.Rational):
            return compare(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            if _math.isnan(other) or _math.isinf(other):
                return compare(0.0, other)
            return compare(self, self.from_float(other))
        return NotImplemented

    def __lt__(a, b):
        return a._ordered(b, lambda x, y: x < y)

    def __gt__(a, b):
        return a._ordered(b, lambda x, y: x > y)

    def __le__(a, b):
        return a._ordered(b, lambda x, y: x <= y)

    def __ge__(a, b):
        return a._ordered(b, lambda x, y: x >= y)

    def __bool__(a):
        return bool(a._numerator)

    def __reduce__(self):
        return type(self), (self._numerator, self._denominator)

    def __copy__(self):
        return self if type(self) is Fraction else type(self)(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()

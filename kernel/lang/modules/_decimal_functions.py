"""Powers, roots, exponentials and logarithms of Decimal."""
import math as _math

from decimal import (Context, Decimal, ROUND_HALF_EVEN, _digit_count, _invalid, _operand, _unknown, getcontext,
                     localcontext)


def __pow__(self, other, modulo=None):
    given, other = other, _operand(other)
    if other is NotImplemented:
        return _unknown("** or pow()", self, given)
    if modulo is not None:
        return Decimal(pow(int(self), int(other), int(modulo)))
    if "n" in (self._special, other._special):
        return Decimal._made(False, 0, 0, "n")
    if not other:
        return Decimal(1) if self else _invalid("0 ** 0")
    whole = not other._special and other == other.to_integral_value()
    if whole:
        return self._power(int(other))
    if self._sign and self:
        return _invalid("x ** y with x negative and y not an integer")
    if not self._int and self._special is None:
        return Decimal._made(False, 0, 0, "F" if other._sign else None)
    return self._broken_power(other)


def _broken_power(self, other):
    """To a power that is no whole number: all digits of the precision, also where zeros end them."""
    context = getcontext()
    if self._special or other._special and self != 1:
        return (self.ln() * other).exp()
    if self == 1:
        return Decimal._made(False, 10 ** (context.prec - 1), 1 - context.prec)
    size = max(other.adjusted(), 0) + _digit_count(abs(self.adjusted()) + 1)
    with localcontext(prec=context.prec + 12 + size, rounding=ROUND_HALF_EVEN):
        power = self.ln() * other
    with localcontext(prec=context.prec + 12, rounding=ROUND_HALF_EVEN):
        result = power.exp()
    result = result._rounded(context)
    more = context.prec - _digit_count(result._int)
    if result._special is None and result._int and more > 0 and result.adjusted() >= context.Emin:
        return Decimal._made(False, result._int * 10**more, result._exp - more)
    return result


def _power(self, n):
    context = getcontext()
    if self._special:
        if n < 0:
            return Decimal._made(self._sign and n % 2 == 1, 0, 0)
        return Decimal._made(self._sign and n % 2 == 1, 0, 0, "F")
    if not self._int and n < 0:
        return Decimal._made(self._sign and n % 2 == 1, 0, 0, "F")
    negative = self._sign and n % 2 == 1
    if not self._int:
        return Decimal._made(negative, 0, 0)
    if n > 0 and n * _digit_count(self._int) <= 4 * context.prec + 100:
        return Decimal._made(negative, self._int**n, self._exp * n)._rounded(context)
    with localcontext(prec=context.prec + 8 + len(str(abs(n)))):
        base, result, k = self.copy_abs(), Decimal(1), abs(n)
        while k:
            if k & 1:
                result = result * base
            k >>= 1
            if k:
                base = base * base
        if n < 0:
            result = 1 / result
    result = Decimal._made(negative, result._int, result._exp)
    return result._rounded(context)


def __rpow__(self, other):
    other = _operand(other)
    return other if other is NotImplemented else other**self


def sqrt(self, context=None):
    """The square root."""
    context = context or getcontext()
    if self._special == "n" or self._special and not self._sign:
        return Decimal(self)
    if not self._int and not self._special:
        return Decimal._made(self._sign, 0, self._exp // 2)
    if self._sign:
        return _invalid("sqrt(-x), x > 0")
    digits, exponent = self._int, self._exp
    if exponent % 2:
        digits, exponent = digits * 10, exponent - 1
    shift = max(2 * (context.prec + 1) - _digit_count(digits), 0)
    shift += shift % 2
    root = _math.isqrt(digits * 10**shift)
    exact = root * root == digits * 10**shift
    exponent = (exponent - shift) // 2
    if exact:
        ideal = self._exp // 2
        while exponent < ideal and root % 10 == 0:
            root, exponent = root // 10, exponent + 1
    elif root % 5 == 0:
        root += 1
    return Decimal._made(False, root, exponent)._rounded(
        Context(context.prec, ROUND_HALF_EVEN, context.Emin, context.Emax))


def exp(self, context=None):
    """e to this power."""
    context = context or getcontext()
    if self._special:
        return Decimal(self) if self._special == "n" or not self._sign else Decimal(0)
    if not self._int:
        return Decimal(1)
    with localcontext(prec=context.prec + 10 + max(self.adjusted(), 0)):
        halvings = max(self.adjusted() + 1, 0) * 4 + 4
        x = self / Decimal(2**halvings)
        total = term = Decimal(1)
        n = 1
        while True:
            term = term * x / n
            new = total + term
            if new == total:
                break
            total, n = new, n + 1
        for _ in range(halvings):
            total = total * total
    return total._rounded(Context(context.prec, ROUND_HALF_EVEN))


def ln(self, context=None):
    """The natural logarithm."""
    context = context or getcontext()
    if self._special == "n" or self._special and not self._sign:
        return Decimal(self)
    if not self._int and not self._special:
        return Decimal._made(True, 0, 0, "F")
    if self._sign:
        return _invalid("ln of a negative value")
    if self == 1:
        return Decimal(0)
    with localcontext(prec=context.prec + 10):
        y = Decimal(repr(_math.log(self._int) + self._exp * _math.log(10)))
        while True:  # Newton's steps double the digits
            e = y.exp()
            step = 2 * (self - e) / (self + e)
            y = y + step
            if not step or step.adjusted() < -(context.prec + 4) // 2 - 2:
                break
    return y._rounded(Context(context.prec, ROUND_HALF_EVEN))


def log10(self, context=None):
    """The logarithm to base 10."""
    context = context or getcontext()
    if self._special is None and self._int and not self._sign:
        normal = self.normalize()
        if normal._int == 1:
            return Decimal(normal._exp)
        with localcontext(prec=context.prec + 6):
            result = self.ln() / Decimal(10).ln()
        return result._rounded(context)
    return self.ln(context)


for _method in (__pow__, _broken_power, _power, __rpow__, sqrt, exp, ln, log10):
    _method.__qualname__ = f"Decimal.{_method.__name__}"
    setattr(Decimal, _method.__name__, _method)

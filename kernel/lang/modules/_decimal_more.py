"""Methods of Decimal that are seldom called: neighbours, classes of numbers, total order, digits as a register."""
from decimal import (Decimal, DivisionByZero, DivisionImpossible, DivisionUndefined, InvalidOperation, _digit_count,
                     _invalid, _operand, _signal, getcontext)

_made = Decimal._made


def _number(other):
    found = _operand(other)
    if found is NotImplemented:
        raise TypeError(f"conversion from {type(other).__name__} to Decimal is not supported")
    return found


def _nan(*numbers):
    """The first that is no number, or None."""
    for x in numbers:
        if x._special == "n":
            return x
    return None


# --- neighbours -------------------------------------------------------------------------------------------------


def _step(self, up, context):
    """The nearest number of the context's precision above or below."""
    context = context or getcontext()
    grow = up != bool(self._sign) or not self._int and self._special is None
    if self._special == "n":
        return self
    if self._special:
        return self if grow else _made(self._sign, 10**context.prec - 1, context.Emax - context.prec + 1)
    if not self._int:
        return _made(not up, 1, context.Emin - context.prec + 1)
    more = context.prec - _digit_count(self._int)
    if more < 0:
        whole, rest = divmod(self._int, 10**-more)
        digits = whole + 1 if rest and grow else whole if rest else whole + (1 if grow else -1)
    else:
        digits = self._int * 10**more + (1 if grow else -1)
    exponent = self._exp - more
    if digits == 10**context.prec:
        digits, exponent = digits // 10, exponent + 1
    elif digits < 10 ** (context.prec - 1):
        digits, exponent = 10**context.prec - 1, exponent - 1
    return _made(self._sign, digits, exponent)._rounded(context)


def next_plus(self, context=None):
    """The next larger number."""
    return _step(self, True, context)


def next_minus(self, context=None):
    """The next smaller number."""
    return _step(self, False, context)


def next_toward(self, other, context=None):
    """The neighbour in the direction of another number."""
    other = _number(other)
    found = _nan(self, other)
    if found is not None:
        return found
    if self == other:
        return self.copy_sign(other)
    return _step(self, self < other, context)


def remainder_near(self, other, context=None):
    """What is left of the nearest multiple."""
    other, context = _number(other), context or getcontext()
    if _nan(self, other) is not None:
        return _nan(self, other)
    if self._special:
        return _invalid("remainder_near(infinity, x)")
    if not other._special and not other._int:
        return _signal(InvalidOperation if self._int else DivisionUndefined, "remainder_near(x, 0)")
    if other._special:
        return self._rounded(context)
    exponent = self._exp if self._exp < other._exp else other._exp
    if not self._int:
        return _made(self._sign, 0, exponent)
    if self.adjusted() - other.adjusted() > context.prec:
        return _signal(DivisionImpossible, "")
    if self.adjusted() - other.adjusted() <= -2:
        return _made(self._sign, self._int * 10 ** (self._exp - exponent), exponent)._rounded(context)
    unit = other._int * 10 ** (other._exp - exponent)
    q, r = divmod(self._int * 10 ** (self._exp - exponent), unit)
    if 2 * r + (q & 1) > unit:
        q, r = q + 1, r - unit
    if q >= 10**context.prec:
        return _signal(DivisionImpossible, "")
    return _made(self._sign != (r < 0), abs(r), exponent)._rounded(context)


# --- classes and order ------------------------------------------------------------------------------------------


def number_class(self, context=None):
    """'+Normal', '-Zero', 'NaN' and so on."""
    if self._special == "n":
        return "NaN"
    if self._special:
        kind = "Infinity"
    elif not self._int:
        kind = "Zero"
    else:
        kind = "Normal" if is_normal(self, context) else "Subnormal"
    return ("-" if self._sign else "+") + kind


def is_normal(self, context=None):
    """Is it finite, not 0 and not below the smallest exponent?"""
    return self._special is None and self._int != 0 and self.adjusted() >= (context or getcontext()).Emin


def is_subnormal(self, context=None):
    """Is it finite, not 0 and below the smallest exponent?"""
    return self._special is None and self._int != 0 and not is_normal(self, context)


def is_qnan(self):
    """Is it a quiet NaN?"""
    return self._special == "n"


def is_snan(self):
    """Is it a signaling NaN?"""
    return False


def is_canonical(self):
    """True: every Decimal is."""
    return True


def canonical(self):
    """Itself."""
    return self


def radix(self):
    """Decimal(10)."""
    return Decimal(10)


def logb(self, context=None):
    """The exponent of the first digit."""
    if self._special:
        return self if self._special == "n" else _made(False, 0, 0, "F")
    if self._int:
        return Decimal(self.adjusted())
    if getcontext()._traps(DivisionByZero):
        raise DivisionByZero([DivisionByZero])
    return _made(True, 0, 0, "F")


def same_quantum(self, other, context=None):
    """Have both the same exponent (or are both infinite, or no numbers)?"""
    other = _number(other)
    if self._special or other._special:
        return self._special == other._special
    return self._exp == other._exp


def _rank(self):
    """A key for the order of all representations of positive numbers."""
    if self._special:
        return 2 if self._special == "n" else 1
    return 0


def _total(a, b):
    """-1, 0, 1 for two magnitudes."""
    if _rank(a) or _rank(b):
        return (_rank(a) > _rank(b)) - (_rank(a) < _rank(b))
    x, y = a.copy_abs(), b.copy_abs()
    if x != y:
        return 1 if x > y else -1
    return (x._exp > y._exp) - (x._exp < y._exp)


def _compare_total(self, other):
    if self._sign != other._sign:
        return -1 if self._sign else 1
    return -_total(self, other) if self._sign else _total(self, other)


def compare_total(self, other, context=None):
    """Decimal(-1), 0 or 1 in an order of all representations: 1.0 comes before 1."""
    return Decimal(_compare_total(self, _number(other)))


def compare_total_mag(self, other, context=None):
    """compare_total without the signs."""
    return Decimal(_total(self, _number(other)))


def compare_signal(self, other, context=None):
    """compare, where NaN is an error."""
    other = _number(other)
    return _invalid("comparison involving NaN") if _nan(self, other) is not None else self.compare(other)


def _chosen(self, other, context, larger, magnitude):
    other = _number(other)
    context = context or getcontext()
    if _nan(self, other) is not None:
        return (self if other._special == "n" else other)._rounded(context)
    a, b = (self.copy_abs(), other.copy_abs()) if magnitude else (self, other)
    order = (a > b) - (a < b) or _compare_total(self, other)
    return (self if (order >= 0) == larger or order == 0 else other)._rounded(context)


def max(self, other, context=None):
    """The larger one."""
    return _chosen(self, other, context, True, False)


def min(self, other, context=None):
    """The smaller one."""
    return _chosen(self, other, context, False, False)


def max_mag(self, other, context=None):
    """The one of larger magnitude."""
    return _chosen(self, other, context, True, True)


def min_mag(self, other, context=None):
    """The one of smaller magnitude."""
    return _chosen(self, other, context, False, True)


# --- digits as a register ---------------------------------------------------------------------------------------


def _register(self, other, context):
    """(by how much, the digits as text of the precision), or None for what cannot be moved."""
    other = _number(other)
    if other._special or other._exp != 0 or other._int > context.prec:
        return None
    digits = str(self._int)
    return int(other), digits.rjust(context.prec, "0")[-context.prec:]


def _moved(self, other, context, turn):
    context = context or getcontext()
    if _nan(self, _number(other)) is not None:
        return _nan(self, _number(other))
    found = _register(self, other, context)
    if found is None:
        return _invalid("shift")
    if self._special:
        return self
    by, digits = found
    if turn:
        digits = digits[by:] + digits[:by]
    else:
        digits = digits[:by] if by < 0 else (digits + "0" * by)[-context.prec:]
    return _made(self._sign, int(digits or "0"), self._exp)


def shift(self, other, context=None):
    """The digits moved to the left (positive) or right."""
    return _moved(self, other, context, False)


def rotate(self, other, context=None):
    """The digits turned to the left (positive) or right."""
    return _moved(self, other, context, True)


def _bits(x, prec):
    text = str(x._int)
    if x._special or x._sign or x._exp or len(text) > prec or text.strip("01"):
        return None
    return int(text, 2)


def _logical(self, others, context, function):
    prec = (context or getcontext()).prec
    bits = [_bits(x, prec) for x in (self, *map(_number, others))]
    if None in bits:
        return _invalid("logical operand")
    return Decimal(bin(function(prec, *bits))[2:])


def logical_and(self, other, context=None):
    """Digit by digit, of numbers whose digits are 0 and 1."""
    return _logical(self, [other], context, lambda prec, a, b: a & b)


def logical_or(self, other, context=None):
    """Digit by digit, of numbers whose digits are 0 and 1."""
    return _logical(self, [other], context, lambda prec, a, b: a | b)


def logical_xor(self, other, context=None):
    """Digit by digit, of numbers whose digits are 0 and 1."""
    return _logical(self, [other], context, lambda prec, a, b: a ^ b)


def logical_invert(self, context=None):
    """Every 0 and 1 of the precision's digits turned."""
    return _logical(self, [], context, lambda prec, a: a ^ (2**prec - 1))


METHODS = (next_plus, next_minus, next_toward, remainder_near, number_class, is_normal, is_subnormal, is_qnan, is_snan,
           is_canonical, canonical, radix, logb, same_quantum, compare_total, compare_total_mag, compare_signal, max, min,
           max_mag, min_mag, shift, rotate, logical_and, logical_or, logical_xor, logical_invert)
for _method in METHODS:
    _method.__qualname__ = f"Decimal.{_method.__name__}"
    setattr(Decimal, _method.__name__, _method)

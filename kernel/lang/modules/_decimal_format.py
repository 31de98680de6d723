"""Format specs for Decimal."""


def _read(spec):
    """(fill, align, sign, is there a z, width, comma, precision, kind)."""
    fill, align, at = " ", "", 0
    if len(spec) > 1 and spec[1] in "<>=^":
        fill, align, at = spec[0], spec[1], 2
    elif spec[:1] and spec[0] in "<>=^":
        align, at = spec[0], 1
    sign = "-"
    if spec[at:at + 1] and spec[at] in "+- ":
        sign, at = spec[at], at + 1
    zero = spec[at:at + 1] == "z"
    at += zero
    if spec[at:at + 1] == "0":
        if align:
            raise ValueError("invalid format string")  # zeros are an alignment of their own
        fill, align, at = "0", "=", at + 1
    if spec[at:at + 1] == "0":
        raise ValueError("invalid format string")
    start = at
    while spec[at:at + 1].isdigit():
        at += 1
    width = int(spec[start:at] or 0)
    comma = spec[at:at + 1] if spec[at:at + 1] == "," else ""
    at += len(comma)
    precision = None
    if spec[at:at + 1] == ".":
        start = at = at + 1
        while spec[at:at + 1].isdigit():
            at += 1
        precision = int(spec[start:at])
    kind = spec[at:at + 1]
    if at + 1 < len(spec) or kind and kind not in "eEfFgGn%" or kind == "n" and comma:
        raise ValueError("invalid format string")
    return fill, align or ">", sign, zero, width, comma, precision, kind


def _grouped(digits, comma):
    if not comma:
        return digits
    first = len(digits) % 3 or 3
    return comma.join([digits[:first]] + [digits[i:i + 3] for i in range(first, len(digits), 3)])


def _body(number, precision, kind, decimal, rounding):
    """(whole digits, the rest) without a sign."""
    digits, exponent = number._int, number._exp
    if kind == "%":
        exponent += 2
    if kind in ("f", "F", "%"):
        if precision is None:
            precision = max(-exponent, 0)
        fixed = _rounded(digits, exponent, -precision, number._sign, rounding)
        text = str(fixed).rjust(precision + 1, "0")
        whole, part = (text[:-precision], text[-precision:]) if precision else (text, "")
        return whole, ("." + part if part else "") + ("%" if kind == "%" else "")
    if precision is not None:
        kept = max(precision, 1) if kind in ("g", "G", "n", "") else precision + 1
        if len(str(digits)) > kept:
            drop = len(str(digits)) - kept
            digits = _rounded(digits, exponent, exponent + drop, number._sign, rounding)
            exponent += drop
            if len(str(digits)) > kept:
                digits, exponent = digits // 10, exponent + 1
        elif kind in ("e", "E") and not digits:
            return "0", ("." + "0" * precision if precision else "") + f"{kind}{exponent + precision:+d}"
        elif kind in ("e", "E"):
            exponent -= kept - len(str(digits))
            digits *= 10 ** (kept - len(str(digits)))
    text = str(digits)
    left = exponent + len(text)
    if kind in ("e", "E") or not (exponent <= 0 and left > -6):
        point = 1
    else:
        point = left
    if point <= 0:
        whole, part = "0", "0" * -point + text
    elif point >= len(text):
        whole, part = text + "0" * (point - len(text)), ""
    else:
        whole, part = text[:point], text[point:]
    letter = "e" if kind in ("e", "g", "n") else "E"
    tail = f"{letter}{left - point:+d}" if left != point or kind in ("e", "E") else ""
    return whole, ("." + part if part else "") + tail


def _rounded(digits, exponent, wanted, negative, rounding):
    from decimal import _divided

    if exponent >= wanted:
        return digits * 10 ** (exponent - wanted)
    return _divided(digits, 10 ** (wanted - exponent), rounding, negative)


def write(number, spec, decimal, rounding):
    """The number as text."""
    fill, align, sign, plain_zero, width, comma, precision, kind = _read(spec)
    mark = "-" if number._sign else "" if sign == "-" else sign
    if number._special:
        whole, rest = ("Infinity" if number._special == "F" else "NaN"), ""
    else:
        whole, rest = _body(number, precision, kind, decimal, rounding)
        whole = _grouped(whole, comma)
        if plain_zero and number._sign and not (whole + rest).partition("E")[0].partition("e")[0].strip("0.,%"):
            mark = "" if sign == "-" else sign
    text = mark + whole + rest
    missing = width - len(text)
    if missing <= 0:
        return text
    if align == "=":
        if fill == "0" and comma:
            digits = whole.replace(comma, "")
            while len(mark) + len(_grouped(digits, comma)) + len(rest) < width:
                digits = "0" + digits
            return mark + _grouped(digits, comma) + rest
        return mark + fill * missing + whole + rest
    if align == "<":
        return text + fill * missing
    if align == "^":
        return fill * (missing // 2) + text + fill * (missing - missing // 2)
    return fill * missing + text

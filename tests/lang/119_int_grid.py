# ints
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
import math
big = 2**200 + 12345; neg = -(3**150)
for a in [0, 1, -1, 7, -7, 255, 2**31, -2**31, 2**63-1, -2**63, 2**63, 2**64, big, neg, True, False]:
    t(lambda: (a, -a, +a, ~a, abs(a), bool(a), hash(a), str(a), a.bit_length(), a.bit_count(), float(a) if abs(a) < 2**1000 else 0))
    for b in [0, 1, -1, 3, -3, 10, 2**63-1, -2**63, 2**65, big, neg, True]:
        for op in '+ - * // % divmod & | ^ == != < <= > >=':
            pass
        t(lambda: a + b); t(lambda: a - b); t(lambda: a * b); t(lambda: a // b); t(lambda: a % b); t(lambda: divmod(a, b)); t(lambda: a & b); t(lambda: a | b); t(lambda: a ^ b); t(lambda: (a == b, a != b, a < b, a <= b, a > b, a >= b)); t(lambda: a / b)
    for s in [0, 1, 5, 63, 64, 65, 100, -1]:
        t(lambda: a << s); t(lambda: a >> s)
    for p in [0, 1, 2, 3, 10, -1, -2]: t(lambda: a ** p)


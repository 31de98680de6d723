# Every failing expression prints its class and text, as CPython's.
values = [None, True, 2.5, 1j, "s", b"b", [1], (1,), {1: 2}, {1}, range(3), int, lambda: 0, [].append, {}.keys(), iter("a")]
import operator as o
names = ["add", "sub", "mul", "truediv", "mod", "pow", "matmul", "lshift", "or_", "xor", "lt", "ge", "contains", "getitem", "iadd", "isub", "ior", "imatmul"]
def t(v): return type(v).__name__
for n in names:
    f = getattr(o, n)
    for a in values:
        texts = []
        for b in (None, 3, "s", [1]):
            try: f(a, b)
            except (TypeError, ValueError, KeyError, IndexError, AttributeError, OverflowError, ZeroDivisionError) as e: texts.append(f"{t(b)}: {type(e).__name__} {e}")
        if n[0] == "i" and isinstance(a, (list, dict, set, bytearray)): a.clear()
        if texts: print(n, t(a), *texts, sep="\n  ")
for n in ["neg", "pos", "inv", "abs", "index", "not_", "length_hint"]:
    for a in values:
        try: getattr(o, n)(a)
        except Exception as e: print(n, t(a), type(e).__name__, e)

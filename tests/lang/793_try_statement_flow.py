def flow(kind):
    log = []
    for i in range(3):
        try:
            log.append(f"t{i}")
            match kind:
                case "continue" if i == 0: continue
                case "break" if i == 1: break
                case "return" if i == 1: return log
                case "raise" if i == 1: raise ValueError("v")
                case "other" if i == 1: raise KeyError("k")
        except ValueError as e: log.append(f"caught {e}")
        else: log.append("else")
        finally: log.append(f"f{i}")
    else: log.append("for-else")
    return log
for k in ("plain", "continue", "break", "return", "raise", "other"):
    try: print(k, *flow(k))
    except KeyError as e: print(k, "escaped", e)
def override():
    try: return "try"
    finally: return "finally"
def swallow():
    for _ in range(1):
        try: 1 / 0
        finally: break
    return "swallowed"
def nested():
    try:
        try: {}["a"]
        finally:
            try: [][1]
            except IndexError as e: print("inner", e, type(e.__context__).__name__)
    except KeyError as e: return "outer", e.__context__
def reraise():
    try:
        try: int("x")
        except ValueError: raise
    except ValueError as e: return str(e), e.__traceback__ is not None
def order():
    out = []
    def t(n): out.append(n); return n
    try: return t(1)
    finally: t(2); out.append("done"); print(out)
print(override(), swallow(), nested(), reraise(), order())
for exc in (KeyError, IndexError, OSError, ZeroDivisionError, StopIteration, AssertionError):
    try: raise exc("m")
    except (KeyError, IndexError) as e: print("pair", repr(e))
    except ArithmeticError: print("arith")
    except Exception as e: print("any", repr(e))
try:
    try: raise TypeError("a")
    except TypeError as e: raise ValueError("b") from e
except ValueError as e: print(repr(e.__cause__), e.__suppress_context__, repr(e.__context__))
try:
    try: raise TypeError("a")
    except TypeError: raise ValueError("b") from None
except ValueError as e: print(e.__cause__, e.__suppress_context__, repr(e.__context__))
for bad in (5, "x", int, None, [ValueError]):
    try: raise bad
    except TypeError as e: print(e)
    except BaseException as e: print("raised", repr(e))
try:
    try: 1 / 0
    except "not a class": pass
except TypeError as e: print(e)
try: raise ValueError from 5
except TypeError as e: print(e)
def gen():
    try: yield 1; yield 2
    except GeneratorExit: print("gen exit"); raise
    finally: print("gen finally")
for x in gen(): break
g = gen(); next(g); del g
try: assert 1 == 2, f"sum is {1 + 1}"
except AssertionError as e: print(e, e.args)
try: assert ()
except AssertionError as e: print(repr(e), e.args)

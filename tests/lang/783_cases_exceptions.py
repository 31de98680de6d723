# Generated cases of one subject: what each computes or how it fails.
import sys
def show(n, *values):
    try: print(n, *[repr(v) for v in values])
    except Exception as e: print(n, 'show', type(e).__name__, e)
def run(n, f):
    try:
        r = f()
        print(n, '=>', clean(r))
    except (RecursionError, NameError) as e: print(n, 'RecursionError' if isinstance(e, RecursionError) else 'NameError')
    except BaseException as e: print(n, type(e).__name__, e)
def clean(v, depth=0):
    if isinstance(v, (set, frozenset)): return type(v).__name__ + str(sorted(map(repr, v)))
    if depth > 6: return '...'
    if type(v) is list: return '[' + ', '.join(clean(x, depth + 1) for x in v) + ']'
    if type(v) is tuple: return '(' + ', '.join(clean(x, depth + 1) for x in v) + ',)'
    if type(v) is dict: return '{' + ', '.join(clean(k, depth + 1) + ': ' + clean(x, depth + 1) for k, x in v.items()) + '}'
    if isinstance(v, (int, float, complex, str, bytes, range, slice)) or v is None or v is ... or v is NotImplemented: return repr(v)
    if isinstance(v, type): return v.__name__
    if isinstance(v, NameError): return 'NameError'
    if isinstance(v, BaseException): return type(v).__name__ + clean(v.args, depth + 1)
    return '<' + type(v).__name__ + '>'
class Box:
    def __init__(self, v=0): self.v = v
    def __repr__(self): return f'Box({self.v!r})'
    def __eq__(self, o): return isinstance(o, Box) and self.v == o.v
    def __hash__(self): return hash(self.v)
    def __lt__(self, o): return self.v < (o.v if isinstance(o, Box) else o)
    def __add__(self, o): return Box(self.v + (o.v if isinstance(o, Box) else o))
    def __radd__(self, o): return Box(o + self.v)
    def __mul__(self, o): return NotImplemented if isinstance(o, str) else Box(self.v * (o.v if isinstance(o, Box) else o))
    def __neg__(self): return Box(-self.v)
    def __getitem__(self, i): return self.v[i]
    def __len__(self): return len(self.v)
    def __iter__(self): return iter(self.v)
    def __bool__(self): return bool(self.v)
    def __call__(self, *a, **k): return (self.v, a, sorted(k.items()))
    def __contains__(self, x): return x == self.v
    def __enter__(self): return self.v
    def __exit__(self, t, v, tb): return self.v == 1
    def __index__(self): return self.v
    def __format__(self, spec): return f'<{spec}:{self.v}>'
class Sub(Box):
    __slots__ = ()
    def __radd__(self, o): return ('Sub.radd', o)
    def __lt__(self, o): return NotImplemented
    def __getattr__(self, name):
        if name.startswith('q'): return name
        raise AttributeError(f'no {name}')
class MyInt(int):
    def __add__(self, o): return MyInt(int(self) + o)
    def __repr__(self): return f'MyInt({int(self)})'
class MyList(list):
    def append(self, x): super().append((x,))
class MyDict(dict):
    def __missing__(self, k): return ('missing', k)
class MyError(ValueError):
    def __init__(self, code, *rest): super().__init__(code, *rest); self.code = code
import re, json, math, itertools, functools, operator, collections, heapq, bisect, random, string, textwrap, copy
def each(n, *functions):
    for i, f in enumerate(functions):
        try: r = f()
        except RecursionError: print(n, i, 'RecursionError')
        except BaseException as e: print(n, i, type(e).__name__, e)
        else: print(n, i, clean(r))
def steps(n, make, *functions):
    x = make()
    for i, f in enumerate(functions):
        try: r = f(x)
        except BaseException as e: print(n, i, type(e).__name__, e)
        else: print(n, i, clean(r))
    print(n, clean(x))
def case1(log):
    i = 0
    while i < 3:
        i += 1
        try:
            log.append(12)
            [][1]
        except Exception as error:
            log.append(('out', type(error).__name__, str(error) if not isinstance(error, NameError) else '', type(error.__cause__).__name__, type(error.__context__).__name__, error.__suppress_context__))
    return 'end'
log1 = []
run(1, lambda: case1(log1))
print(1, clean(log1[:40]))
def case2(log):
    i = 0
    while i < 3:
        i += 1
        try:
            None.x
            raise MyError() from None
        except Exception as error:
            log.append(('out', type(error).__name__, str(error) if not isinstance(error, NameError) else '', type(error.__cause__).__name__, type(error.__context__).__name__, error.__suppress_context__))
    return 'end'
log2 = []
run(2, lambda: case2(log2))
print(2, clean(log2[:40]))
def case3(log):
    i = 0
    while i < 3:
        i += 1
        try:
            log.append(78)
        except Exception as error:
            log.append(('out', type(error).__name__, str(error) if not isinstance(error, NameError) else '', type(error.__cause__).__name__, type(error.__context__).__name__, error.__suppress_context__))
    return 'end'
log3 = []
run(3, lambda: case3(log3))
print(3, clean(log3[:40]))
def case4(log):
    i = 0
    while i < 3:
        i += 1
        try:
            try:
                try:
                    for j in range(2):
                        i += 1
                except (OSError, NameError) as e1:
                    log.append((type(e1).__name__, str(e1), type(e1.__context__).__name__))
                    with Box(1):
                        int(log)
                        log.append(67)
                finally:
                    for j in range(2):
                        raise MyError(1, 2)
                    i += 1
            except (MyError, NameError) as e0:
                log.append((type(e0).__name__, str(e0), type(e0.__context__).__name__))
                for j in range(2):
                    for j in range(2):
                        log.append(32)
                    with Box(1):
                        log.append(47)
                        raise IndexError('m') from KeyError('c')
                try:
                    i += 1
                except (TypeError, NameError) as e1:
                    log.append((type(e1).__name__, str(e1), type(e1.__context__).__name__))
                    log.append('s')
                except (ZeroDivisionError, NameError) as e1:
                    log.append((type(e1).__name__, str(e1), type(e1.__context__).__name__))
                    None.x
                    return
                except Exception as e1:
                    for j in range(2):
                        i += 1
                finally:
                    log.append('s')
                    for j in range(2):
                        i += 1
            except ArithmeticError as e0:
                log.append((type(e0).__name__, str(e0), type(e0.__context__).__name__))
                raise StopIteration()
                continue
            else:
                assert not log, 77
            finally:
                log.append(5)
                try:
                    try:
                        raise
                        raise StopIteration(1, 2)
                    except Exception as e2:
                        next(iter([]))
                    finally:
                        None.x
                        raise
                except Exception as e1:
                    i += 1
                finally:
                    with Box(1):
                        assert not log, 77
                        log.append(61)
            with Box(0):
                i += 1
                {}[5]
        except Exception as error:
            log.append(('out', type(error).__name__, str(error) if not isinstance(error, NameError) else '', type(error.__cause__).__name__, type(error.__context__).__name__, error.__suppress_context__))
    return 'end'
log4 = []
run(4, lambda: case4(log4))
print(4, clean(log4[:40]))
def case5(log):
    i = 0
    while i < 3:
        i += 1
        try:
            i += 1
        except Exception as error:
            log.append(('out', type(error).__name__, str(error) if not isinstance(error, NameError) else '', type(error.__cause__).__name__, type(error.__context__).__name__, error.__suppress_context__))
    return 'end'
log5 = []
run(5, lambda: case5(log5))
print(5, clean(log5[:40]))
def case6(log):
    i = 0
    while i < 3:
        i += 1
        try:
            try:
                raise ZeroDivisionError(None)
            except ValueError as e0:
                log.append((type(e0).__name__, str(e0), type(e0.__context__).__name__))
                i += 1
                continue
            except (MyError, NameError) as e0:
                log.append((type(e0).__name__, str(e0), type(e0.__context__).__name__))
                i += 1
                log.append(28)
            except Exception as e0:
                i += 1
                int(log)
            finally:
                log.append('s')
        except Exception as error:
            log.append(('out', type(error).__name__, str(error) if not isinstance(error, NameError) else '', type(error.__cause__).__name__, type(error.__context__).__name__, error.__suppress_context__))
    return 'end'
log6 = []
run(6, lambda: case6(log6))
print(6, clean(log6[:40]))
def case7(log):
    i = 0
    while i < 3:
        i += 1
        try:
            len(5)
            1 / 0
        except Exception as error:
            log.append(('out', type(error).__name__, str(error) if not isinstance(error, NameError) else '', type(error.__cause__).__name__, type(error.__context__).__name__, error.__suppress_context__))
    return 'end'
log7 = []
run(7, lambda: case7(log7))
print(7, clean(log7[:40]))
def case8(log):
    i = 0
    while i < 3:
        i += 1
        try:
            log.append(49)
            log.append(49)
        except Exception as error:
            log.append(('out', type(error).__name__, str(error) if not isinstance(error, NameError) else '', type(error.__cause__).__name__, type(error.__context__).__name__, error.__suppress_context__))
    return 'end'
log8 = []
run(8, lambda: case8(log8))
print(8, clean(log8[:40]))
def case9(log):
    i = 0
    while i < 3:
        i += 1
        try:
            try:
                with Box(1):
                    with Box(0):
                        log.append(32)
                try:
                    raise ZeroDivisionError()
                    try:
                        int(log)
                        raise
                    except KeyError as e2:
                        log.append((type(e2).__name__, str(e2), type(e2.__context__).__name__))
                        len(5)
                        log.append(24)
                    finally:
                        raise ZeroDivisionError(1, 2) from KeyError('c')
                finally:
                    for j in range(2):
                        undefined
                        raise KeyError('m')
            except (IndexError, NameError) as e0:
                log.append((type(e0).__name__, str(e0), type(e0.__context__).__name__))
                with Box(0):
                    try:
                        assert not log, 77
                    finally:
                        log.append('s')
                    continue
            else:
                log.append(90)
            finally:
                for j in range(2):
                    for j in range(2):
                        log.append(34)
                with Box(1):
                    i += 1
                    try:
                        log.append(88)
                        len(5)
                    except (KeyError, NameError) as e2:
                        log.append((type(e2).__name__, str(e2), type(e2.__context__).__name__))
                        log.append(35)
                        raise
                    else:
                        continue
                        log.append(42)
                    finally:
                        raise StopIteration(1, 2) from None
            next(iter([]))
        except Exception as error:
            log.append(('out', type(error).__name__, str(error) if not isinstance(error, NameError) else '', type(error.__cause__).__name__, type(error.__context__).__name__, error.__suppress_context__))
    return 'end'
log9 = []
run(9, lambda: case9(log9))
print(9, clean(log9[:40]))
def case10(log):
    i = 0
    while i < 3:
        i += 1
        try:
            return log[:]
        except Exception as error:
            log.append(('out', type(error).__name__, str(error) if not isinstance(error, NameError) else '', type(error.__cause__).__name__, type(error.__context__).__name__, error.__suppress_context__))
    return 'end'
log10 = []
run(10, lambda: case10(log10))
print(10, clean(log10[:40]))
def case11(log):
    i = 0
    while i < 3:
        i += 1
        try:
            try:
                with Box(0):
                    return log[:]
                    for j in range(2):
                        raise OSError()
                try:
                    raise OSError(None) from None
                except IndexError as e1:
                    log.append((type(e1).__name__, str(e1), type(e1.__context__).__name__))
                    for j in range(2):
                        i += 1
                except (ValueError, NameError) as e1:
                    log.append((type(e1).__name__, str(e1), type(e1.__context__).__name__))
                    log.append(28)
                finally:
                    for j in range(2):
                        log.append(95)
                    for j in range(2):
                        raise Exception(1, 2) from None
            except Exception as e0:
                try:
                    try:
                        i += 1
                    except Exception as e2:
                        continue
                        i += 1
                    else:
                        raise OSError(1, 2) from KeyError('c')
                        raise OSError(1, 2) from KeyError('c')
                    finally:
                        len(5)
                        log.append('s')
                except IndexError as e1:
                    log.append((type(e1).__name__, str(e1), type(e1.__context__).__name__))
                    assert not log, 77
                    raise ValueError('m') from None
                except (ValueError, NameError) as e1:
                    log.append((type(e1).__name__, str(e1), type(e1.__context__).__name__))
                    try:
                        log.append(68)
                        break
                    finally:
                        i += 1
                except Exception as e1:
                    next(iter([]))
                finally:
                    for j in range(2):
                        len(5)
                        log.append(32)
                    with Box(0):
                        assert not log, 77
                        log.append('s')
                i += 1
            finally:
                {}[5]
                raise LookupError(1, 2)
        except Exception as error:
            log.append(('out', type(error).__name__, str(error) if not isinstance(error, NameError) else '', type(error.__cause__).__name__, type(error.__context__).__name__, error.__suppress_context__))
    return 'end'
log11 = []
run(11, lambda: case11(log11))
print(11, clean(log11[:40]))
def case12(log):
    i = 0
    while i < 3:
        i += 1
        try:
            raise IndexError()
        except Exception as error:
            log.append(('out', type(error).__name__, str(error) if not isinstance(error, NameError) else '', type(error.__cause__).__name__, type(error.__context__).__name__, error.__suppress_context__))
    return 'end'
log12 = []
run(12, lambda: case12(log12))
print(12, clean(log12[:40]))
def case13(log):
    i = 0
    while i < 3:
        i += 1
        try:
            1 / 0
        except Exception as error:
            log.append(('out', type(error).__name__, str(error) if not isinstance(error, NameError) else '', type(error.__cause__).__name__, type(error.__context__).__name__, error.__suppress_context__))
    return 'end'
log13 = []
run(13, lambda: case13(log13))
print(13, clean(log13[:40]))
def case14(log):
    i = 0
    while i < 3:
        i += 1
        try:
            with Box(1):
                for j in range(2):
                    log.append('s')
                i += 1
        except Exception as error:
            log.append(('out', type(error).__name__, str(error) if not isinstance(error, NameError) else '', type(error.__cause__).__name__, type(error.__context__).__name__, error.__suppress_context__))
    return 'end'
log14 = []
run(14, lambda: case14(log14))
print(14, clean(log14[:40]))

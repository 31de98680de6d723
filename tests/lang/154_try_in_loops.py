def attempt(items):
    done, failed = [], []
    for i, x in enumerate(items):
        try:
            if x is None: continue
            r = 10 / x
        except ZeroDivisionError as e: failed.append((i, str(e))); continue
        except TypeError as e: failed.append((i, type(e).__name__)); break
        else: done.append(r)
        finally: print('item', i, x)
    else: print('all')
    return done, failed
print(attempt([1, 0, None, 4])); print(attempt([2, 'x', 3])); print(attempt([]))
n = 0
while True:
    try:
        n += 1
        if n == 2: raise ValueError
        if n == 4: break
    except ValueError: print('again', n)
    finally: print('n', n)

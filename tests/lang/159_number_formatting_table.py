for n in (0, 1, -1, 42, 1234567, -987654321, 2**40): print(f'{n:>12}|{n:<12}|{n:^12}|{n:+}|{n:,}|{n:_}|{n:x}|{n:#b}'[:90])
for x in (0.0, 1.5, -2.25, 1 / 3, 1e10, 1.23456e-7, 123456.789): print(f'{x:>12.3f}|{x:<12.2e}|{x:^12.4g}|{x:+.1f}|{x:,.2f}|{x:.0%}|{x}')
print(*(f'{i:2d}x{j}={i * j:<3}' for i in range(1, 4) for j in range(1, 4)), sep=' ')
for w in (3, 8): print(*(f'{s:{a}{w}}|' for s in ('ab', 'abcdef') for a in '<>^'), f'{3.14159:{w}.{w // 3}f}|')

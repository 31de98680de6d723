print(1 + 2 * 3 - 4 / 2, (1 + 2) * 3, 2 ** 3 ** 2, -2 ** 2, (-2) ** 2, 7 // 2 * 2, 7 % 3 + 1)
print(1 << 2 + 1, 6 & 3 | 8 ^ 1, ~5 & 0xF, 1 | 2 & 3, 5 - 3 - 1, 100 / 10 / 2)
print(not 1 == 2, not (1 and 0), 1 or 0 and 0, 1 < 2 == True, 1 in [1] == True, (1 in [1]) == True)
print(1 if 0 else 2 if 0 else 3, (lambda: 1 if 0 else 2)(), [1, 2][0] + 1, -[5][0], (1, 2) + (3,), 2 * 'ab' + 'c')
print(True + True, True * 5, False - 1, 3 > 2 > 1, 3 > 2 < 1, 1 == 1.0 == True, None is None is not True)
print(5 & 3 == 1, (5 & 3) == 1, 1 + True << 2, 'a' + 'b' * 2 % (), f'{1 + 1:>{2 + 1}}')
x = 5
print(x if x > 3 else -x, x and x + 1 or 0, -x ** 2, +-+x, x ** -1, not x - 5, x @ 1 if False else 'no matmul')

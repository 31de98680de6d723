"""Literals of every kind."""
print(0xFF, 0o17, 0b101, 1_000_000, 0x_dead_beef, 1e-3, .5e1, 1E5, 5., 1j, 1.5e2J, 0_0)
print('a' "b" '''c''' """d""", r'\n', '\x41\u00e9\U0001F600\N{BULLET}\101\0'.encode(), b'\x00\xff' b'z', rb'\d')
print(True, False, None, ..., NotImplemented, Ellipsis is ...)
print([1, 2, ], (1,), (), {}, {1}, {1: 2, }, [[]], ((),))
print('tab\tquote\'s "double" back\\slash', 'multi\
line')
print("""first
  second""")
print(1 if True else 2, not None, -0.0, +5, ~7, - -3, 2 ** -1, -2 ** 2, 10 ** 20)

text = "one\ntwo\r\nthree\rfour\n\nfive\x0bsix\x0cseven\x1ceight\x1dnine\x1eten\x85eleven\u2028twelve\u2029end"
print(text.splitlines())
print(text.splitlines(True))
print(text.splitlines(keepends=False) == text.splitlines())
print("".splitlines(), "\n".splitlines(), "a\n".splitlines(), "a\n\n".splitlines(), "\n\na".splitlines(), "a\n".split("\n"))
print("a\r\n\r\nb".splitlines(keepends=True))
for number, line in enumerate("x = 1\ny = 2\n\nprint(x)".splitlines(), 1):
    print(f"{number:>3} | {line}")

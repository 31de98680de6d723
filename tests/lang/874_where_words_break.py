# Where textwrap breaks hyphenated words and dashes, and what operator.concat joins.
import operator
import textwrap

PARTS = ["ab", "x", "a_b", "-", "--", "---", "12", "é", "½a", ".", "!", " ", "b-c", "co-op", "e-mail", "-x-", "don't", "_", "\t", "A1"]
state = 5
for _ in range(60):
    words = []
    for _ in range(12):
        state = (state * 1103515245 + 12345) % 2**31
        words.append(PARTS[state // 65536 % len(PARTS)])
    text = "".join(words)
    print(textwrap.wrap(text, 7), textwrap.wrap(text, 5, break_long_words=False), textwrap.wrap(text, 6, break_on_hyphens=False))
print(textwrap.fill("a well-known state-of-the-art re-entry -- see x--y and -z or e-mail, 3-4 a-1 a-b-c-d", 8))


def attempt(function, *args):
    try:
        print(repr(function(*args)))
    except Exception as error:
        print(type(error).__name__, error)


class Reflected:
    def __radd__(self, other):
        return "radd"

    def __getitem__(self, index):
        raise IndexError


class Rows(list):
    def __add__(self, other):
        return "own"


for function in (operator.concat, operator.iconcat):
    for left in ("a", (1,), b"a", {}, 5, Reflected(), range(3), None):
        for right in ("b", (2,), b"b", 5, Reflected(), {}):
            attempt(function, left, right)
    for right in ([2], "ab", 5, Reflected()):
        attempt(function, [1], right)
        attempt(function, Rows([1]), right)

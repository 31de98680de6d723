"""Numbers as words and back; ordinals; errors for words that are none."""
ONES = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen").split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SCALES = {10**9: "billion", 10**6: "million", 1000: "thousand", 100: "hundred"}

def say(n):
    if n < 0:
        return "minus " + say(-n)
    if n < 20:
        return ONES[n]
    if n < 100:
        tens, ones = divmod(n, 10)
        return TENS[tens - 2] + (f"-{ONES[ones]}" if ones else "")
    for scale, name in SCALES.items():
        if n >= scale:
            head, rest = divmod(n, scale)
            return f"{say(head)} {name}" + (f" {say(rest)}" if rest else "")

VALUES = {w: i for i, w in enumerate(ONES)} | {w: 10 * i for i, w in enumerate(TENS, 2)}
BY_NAME = {name: scale for scale, name in SCALES.items()}

class NotANumber(ValueError):
    def __init__(self, word, at):
        super().__init__(f"{word!r} at word {at} is no number")
        self.word, self.at = word, at

def hear(text):
    words = text.lower().replace("-", " ").split()
    sign = -1 if words[:1] == ["minus"] else 1
    total = group = 0
    for at, word in enumerate(words[sign < 0:], start=1):
        if word in VALUES:
            group += VALUES[word]
        elif word == "hundred":
            group *= 100
        elif scale := BY_NAME.get(word):
            total, group = total + group * scale, 0
        elif word != "and":
            raise NotANumber(word, at)
    return sign * (total + group)

def ordinal(n):
    suffix = "th" if n % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n:,}{suffix}"

for n in (0, 7, 13, 20, 42, 100, 115, 999, 1000, 1001, 12345, 100_000, 1_000_001, 987_654_321, 2 * 10**9 + 19, -81):
    words = say(n)
    assert hear(words) == n, (n, words, hear(words))
    print(f"{n:>14_} {words}")
print(all(hear(say(n)) == n for n in range(0, 3000, 7)))
for text in ("Three Hundred and Five", "minus forty-two thousand", "twelve monkeys", "", "one twelfth"):
    try:
        print(repr(text), hear(text))
    except NotANumber as error:
        print(error, error.word, error.at, error.args)
print(*map(ordinal, [1, 2, 3, 4, 11, 12, 13, 21, 22, 101, 111, 1003, 1012]))
lengths = {n: len(say(n).replace(" ", "").replace("-", "")) for n in range(1, 101)}
print(sum(lengths.values()), max(lengths, key=lengths.get), [n for n, l in lengths.items() if n == l])
chain = [27]
while chain[-1] != 4:
    chain.append(lengths[chain[-1]])
print(" -> ".join(f"{n} ({say(n)})" for n in chain))
print(sorted(range(1, 13), key=say), min(map(say, range(50)), key=len), sorted({say(n)[0] for n in range(1000)}))

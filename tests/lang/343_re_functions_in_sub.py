import re

print(re.sub(r"\d+", lambda m: str(int(m.group()) * 2), "1 22 333"), re.sub("a", lambda m: None, "bab"), re.sub(r"(?P<w>\w+)", lambda m: m["w"].title(), "hello big world"))
counter = 0


def number(match):
    global counter
    counter += 1
    return f"{match.group()}{counter}"


print(re.sub("[ab]", number, "abcab", count=3), counter)
print(re.sub(r"\b(\w)(\w*)\b", lambda m: m.group(2) + m.group(1) + "ay", "pig latin words"))
print(re.sub("(a)|(b)", r"[\1|\2]", "ab"), re.sub("(?P<n>x)?y", r"<\g<n>>", "xy y"), re.sub("a", r"\n\t\\", "a"), re.sub("a", r"\101\0", "a"))
print(re.sub("", "-", "abc"), re.sub("b*", "x", "abc"), re.sub(r"$", "!", "end"), re.sub("^", "> ", "a\nb", flags=re.M), re.subn("z", "", "abc"))
m = re.match(r"(\w+) (\w+)", "Isaac Newton")
print(m.expand(r"\2, \1"), m.expand(r"\g<1>-\g<0>"), m.expand("plain"))
template = "Hello {name}, you are {age} years and {missing}"
values = {"name": "Ann", "age": 30}
print(re.sub(r"\{(\w+)\}", lambda m: str(values.get(m[1], m[0])), template))
snake = lambda s: re.sub(r"(?<!^)(?=[A-Z])", "_", s).lower()
camel = lambda s: re.sub(r"_(\w)", lambda m: m.group(1).upper(), s)
print(snake("camelCaseToSnake"), camel("snake_case_to_camel"), re.sub(r"(\d)(?=(\d{3})+$)", r"\1,", "1234567"))
try:
    re.sub("a", lambda m: 5, "a")
except TypeError as e:
    print(e)

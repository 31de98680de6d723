import re

print(re.findall(r"[a\]b]", "a]b"), re.findall(r"[\^a]", "^a"), re.findall(r"[a^]", "^"), re.findall("[-a]", "-a"), re.findall("[a-]", "-"), re.findall(r"[\w-]+", "a-b c"), re.findall(r"[+--]", "+,-."), re.findall(r"[\[\]]", "[]"))
print(re.findall("a|b|", "abc"), re.findall("(|a)b", "ab"), re.findall("(?:)", "ab"), re.match("", "").span(), re.sub("(?:)", ".", "ab"), re.split("", "abc"), re.findall(r"\Z", "a"), re.findall(r"(?m)^$", "\n\n"))
print(re.sub(r"\\", "/", r"a\b"), re.sub("/", r"\\", "a/b"), re.sub(r"(.)", r"\1\\n", "x"), re.sub("x", lambda m: r"\1", "x"), re.sub("a", r"\g<0>\x", "a") if False else "-", re.sub(".", r"\\\g<0>", "ab"))
print(re.findall(r"(?i)[a-z]+", "ABC é Z"), re.findall(r"(?i)[^a]", "aAb"), re.findall(r"(?s).+", "a\nb"), re.findall(r"(?m)\w$", "ab\ncd\n"), re.findall(r"(?x)a\#b [ ] c #x", "a#b c"))
print(re.match(r"(\d+)(?:px|em)?", "12em").group(1), re.match(r"(?:(\d+)|(\w+))", "ab").groups(), re.match(r"((((a))))", "a").groups(), re.match(r"(a)|(b)|(c)", "c").lastindex)
print(re.search("a{0}b", "ab").span(), re.search("a{0,0}b", "ab").span(), re.search("(a){0}b", "ab").groups(), re.findall("a{3}", "aaaaaaa"), re.findall("a{2,3}?", "aaaaa"), re.findall("{", "{}"), re.findall("a{,}", "aa"), re.findall("x{1", "x{1"), re.findall("}{", "}{"))
print(re.findall(r"\x20\t\u0041", " \tA"), re.findall("\\\n", "\n"), re.findall(r"\/", "/"), re.findall(r"\é", "é"), re.findall(r"\ ", " "), re.findall(r"[\b]", "\b"), re.findall(r"\07|\0", "\x07\x00"), re.findall(r"\101", "A"))
p = re.compile("(?P<first>a)(?P<second>b)?")
print(p.groupindex["first"], list(p.groupindex), p.groups, [p.sub(r"<\g<second>>", t) for t in ("a", "ab")], p.sub("", "aab", 1), p.split("xaby"), p.scanner if False else "-")
print([m.start() for m in re.finditer("(?=aa)", "aaaa")], [m.group(1) for m in re.finditer("(?=(...))", "abcde")], re.findall(r"(?<=\d)(?=\D)", "1a22b"), re.sub(r"(?<=[a-z])(?=[A-Z])", " ", "someCamelCase"), re.split(r"(?<=,)", "a,b,c"))
print(re.findall(r"(?<![\w-])\d+(?![\w-])", "1 a2 3-4 5"), re.findall(r"\d+(?!\d|%)", "50% 60 7%"), re.findall(r"(?<=(?<=a)b)c", "abc bc"), re.search(r"(?<=^|,)x", "x") if False else "-")
print(repr(re.compile("a" * 250))[:40], len(repr(re.compile("b" * 250))), repr(re.compile("\n'\"")), re.compile("", re.S), re.compile(b"\x00", re.I))
for k in (lambda: re.search(r"(?<=^|,)x", "x"), lambda: re.sub("a", r"\x", "a"), lambda: re.compile("[a"), lambda: re.compile("(?P<a>b)(?P<a>c)"), lambda: re.compile(r"(?<=\1)(a)"), lambda: re.compile(r"(a)(?<=\1b*)")):
    try:
        print(k())
    except re.error as e:
        print(e)
print(re.findall("(a+)+b", "aaab aab"), re.match("(?:a|a)*b", "a" * 18) is None, re.search(r"^(\w+\s?)*$", "word " * 4).end(), re.match(r"(x+x+)+y", "x" * 16) is None)

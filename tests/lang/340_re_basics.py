import re

m = re.search(r"(?P<year>\d{4})-(?P<month>\d{2})-(\d{2})", "date: 2024-05-06.")
print(m, m.group(), m.group(0), m.group(1, 2), m.group("year"), m["month"], m[3], m.groups(), m.groupdict())
print(m.start(), m.end(), m.span(), m.span("month"), m.start(3), m.pos, m.endpos, m.string, m.re.pattern, m.lastindex, m.lastgroup, m.regs)
print(re.match("b", "abc"), re.match("a", "abc"), re.fullmatch("a.c", "abc"), re.fullmatch("a", "abc"), bool(re.search("z", "abc")))
print(re.findall(r"\d+", "a1b22c333"), re.findall(r"(\w)(\d)", "a1 b2 c"), re.findall(r"(a)|b", "ab"), re.findall("", "ab"))
print([(m.group(), m.span()) for m in re.finditer(r"[aeiou]", "education")])
print(re.split(r"[,;]\s*", "a, b;c,d"), re.split(r"(-)", "a-b-c"), re.split(r"\s+", " a b "), re.split(",", "a,b,c", maxsplit=1), re.split("x*", "axbc"))
print(re.sub(r"\s+", " ", "a  b \n c"), re.sub("a", "b", "aaa", count=2), re.subn("[aeiou]", "*", "banana"), re.sub("x*", "-", "abxd"))
print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"), re.sub(r"(?P<a>.)(?P<b>.)", r"\g<b>\g<a>", "abcd"), re.sub(".", r"\g<0>\g<0>", "ab"))
print(re.escape("a.b*c[d] (e) #f-g"), re.escape("plain_text 1"), re.escape(b"a.b"))

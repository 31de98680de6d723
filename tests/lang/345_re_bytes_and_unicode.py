import re

print(re.findall(rb"\w+", b"ab \xff cd"), re.sub(rb"(\d)", rb"<\1>", b"a1b2"), re.split(b",", b"a,b"), re.search(b"[\x80-\xff]", b"a\x90").span(), re.match(b"(?i)A", b"a"))
m = re.search("日(本)", "東京 日本")
print(m.span(), m.span(1), m, [x.span() for x in re.finditer("[é-ü]", "aéböüc")], re.split("本", "日本語"), re.findall(".", "é😀x"))
print(re.compile("é").search("aé", 1).span(), re.compile("b").search("éb", 0, 1), re.compile("^b").search("ab", 1), re.compile("b$").search("abc", 0, 2).span(), re.compile("(?<=a)b").search("ab", 1).span())
p = re.compile("a")
print(p.match("ba", 1).span(), p.fullmatch("bab", 1, 2).span(), p.findall("aaa", 1), [x.start() for x in p.finditer("aaaa", 1, 3)], p.search("a", 5), p.match("a", -3).span(), p.search("xa", endpos=99).endpos)
print(re.findall(r"[^\W\d_]+", "abc1 été_x 日本"), re.findall(r"\b\w", "été là"), re.sub(r"\W+", "_", "a—b…c"), re.findall("(?i)[а-я]+", "Привет МИР"))
print(re.match("\N{GREEK SMALL LETTER ALPHA}+", "ααβ").group(), re.match(r"\N{EM DASH}", "—").span(), re.search("\ud800", "x\ud800y").span(), re.findall("[\U0001F600-\U0001F64F]", "a😀b😎"))
emoji = "x😀y"
print([emoji[m.start() : m.end()] for m in re.finditer(r"\w", emoji)], re.sub("y", "é", emoji), re.escape("é☃."))

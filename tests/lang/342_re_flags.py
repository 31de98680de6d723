import re

print(re.I, repr(re.I), re.I | re.M, repr(re.I | re.M | re.S), int(re.X), re.IGNORECASE is re.I, re.I.value, re.I.name, re.NOFLAG)
print(re.I & re.M, bool(re.I & re.I), re.A == 256, (re.I | re.S).value, re.RegexFlag(10), [f.name for f in re.RegexFlag][:3])
p = re.compile(r"(?P<k>\w+)=(?P<v>\d+)", re.I | re.VERBOSE)
print(p, p.pattern, p.flags, p.groups, dict(p.groupindex), re.compile("a").flags, re.compile("(?im)a").flags, re.compile(b"a").flags, re.compile("a", re.A).flags)
print(re.findall("^.", "a\nb", re.M), re.findall("a.b", "a\nb", re.DOTALL), re.findall("ÉT", "ét", re.I), re.findall("straße", "STRAßE", re.I))
print(re.findall(r"\w+", "naïve café", re.A), re.findall(r"\d+", "12 ٣٤"), re.findall(r"\d+", "12 ٣٤", re.A), re.findall(r"\s", "a\u00a0b\u2003c d"))
number = re.compile(r"""
    [+-]?            # sign
    (?: \d+ \.? \d*  # digits
      | \. \d+ )     # or a fraction
    (?: [eE] [+-]? \d+ )?   # exponent
    """, re.X)
print(number.findall("1 -2.5 .5 3e10 4.5E-3 x"), re.compile("a b", re.X).search("ab") is not None, re.compile(r"a\ b[ ]c", re.X).search("a b c") is not None)
print(re.compile("x", 0) == re.compile("x"), re.compile("x") == re.compile("x", re.I), hash(re.compile("x")) == hash(re.compile("x")), re.compile(p) is p)
print(re.match("K", "\u212a", re.I), re.match("(?a)k", "\u212a", re.I), re.search("[a-z]+", "ABC", re.I).group(), re.search("[^a]", "A", re.I))

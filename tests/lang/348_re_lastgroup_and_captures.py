import re

for p, t in [("(a)(b)", "ab"), ("(a)|(b)", "b"), ("((a)(b))", "ab"), ("(?P<x>a)(?P<y>b)?", "a"), ("(?:(a)|(b))*", "ab"), ("(?:(a)|(b))*", "ba"), ("(a)(?=(b))", "ab"), ("a", "a"), ("(a)?b", "b"), ("(?P<o>(a)(?P<i>b))", "ab"),
             ("(x)?(y)?(z)", "z"), ("((a)|b)+", "ab"), ("(a*)*", "b"), ("(a*)+", "aa"), ("(a|b)*?c", "abc"), ("()()", "")]:
    m = re.match(p, t)
    print(p, t, m.groups(), m.lastindex, m.lastgroup, m.regs)
print(re.match("(a)(b)?", "a").groups("-"), re.match("(?P<a>a)(?P<b>b)?", "a").groupdict("none"), re.match("(a)(b)?", "a").start(2), re.match("(a)(b)?", "a").span(2))
import copy

m = re.match("(a)", "a")
print(copy.copy(m) is m, copy.deepcopy(m.re) is m.re, m == re.match("(a)", "a"), isinstance(m, re.Match), isinstance(m.re, re.Pattern), type(m).__name__)
print(re.findall("(a)(b)?", "abaa"), re.split("(a)(b)?", "xabyaz"), re.findall("((a))", "aa"), re.sub("(a)(b)?", r"[\2]", "aba"))
it = re.finditer("a", "aa")
print(next(it).span(), next(it).span(), next(it, "end"), list(re.finditer("x", "")))

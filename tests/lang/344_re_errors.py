import re

patterns = ["(", ")", "[", "[]", "a**", "*a", "+", "?", "a{2,1}", "(?P<n>a)(?P<n>b)", r"\q", r"\1", r"(\1)", "(?P=x)", "(?P<1a>x)", "(?P<>x)", "(?P<a", "(?P", "(?", "(?z)", "(?<a)", "(?<=a+)b",
            "(?<!a|bc)", "(?i", "x(?i)", "(?i-i:x)", "(?L)a", "(?au)a", "(?-a:x)", "[b-a]", r"[\d-z]", r"[a-\w]", r"\x1", r"\u12", r"\U0011ffff", r"\N{nothing at all}", "(?(2)a|b)", "(?(x)a)", "(?(1)a|b|c)(x)", "(?(0)a)",
            "\\", "(a\nb", "a\n(b", r"\400", r"[\8]", "(?#", "a***", "^*", r"\b+", "(?:a", "(?=a", "a)b", "(?P<é>x)(?P=è)", "x{99999999999999999999}", "é(", "(?i:"]
for p in patterns:
    try:
        c = re.compile(p)
        print(repr(p), "ok", c.groups)
    except re.error as e:
        print(repr(p), "|", e, "|", e.msg, e.pos, e.lineno, e.colno, e.pattern == p)
    except Exception as e:
        print(repr(p), type(e).__name__, e)
for call in (
    lambda: re.match("a", b"a"), lambda: re.match(b"a", "a"), lambda: re.match("a", 5), lambda: re.compile(5), lambda: re.sub("a", r"\2", "a"),
    lambda: re.sub("a", r"\g<x>", "a"), lambda: re.sub("a", r"\g<", "a"), lambda: re.sub("a", r"\gx", "a"), lambda: re.sub("a", r"\q", "a"), lambda: re.sub("a", "\\", "a"),
    lambda: re.match("a", "a").group(1), lambda: re.match("a", "a").group("x"), lambda: re.match("(a)", "a").start(2), lambda: re.compile("a", re.L), lambda: re.compile(re.compile("a"), re.I),
    lambda: re.compile("a", re.A | re.U), lambda: re.sub("a", b"b", "a"), lambda: re.compile("(?u)a".encode()), lambda: re.match("a", "a").nothing, lambda: re.sub("a", 5, "a"),
):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)

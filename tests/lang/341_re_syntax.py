import re

tests = [
    (r"a+?", "aaa"), (r"a{2}", "aaaa"), (r"a{2,}", "aaaa"), (r"a{,2}", "aaaa"), (r"a{1,2}?", "aaa"), (r"a{x}", "a{x}"), (r"(ab)*", "ababa"),
    (r"^a|b$", "ab"), (r"\bfoo\b", "foo bar foofoo"), (r"\Boo", "foo oo"), (r"[^abc]+", "abxyc"), (r"[a-c-]", "-b"), (r"[]x]", "]"), (r"[\d.]+", "v1.2.3"),
    (r"(?:ab)+c", "ababc"), (r"foo(?=bar)", "foobar foobaz"), (r"foo(?!bar)", "foobar foobaz"), (r"(?<=\$)\d+", "cost $45"), (r"(?<!\$)\b\d+", "$45 67"),
    (r"(a)(b)?", "ac"), (r"(\w)\1", "hello"), (r"(?P<q>['\"]).*?(?P=q)", "say 'hi' \"yo\""), (r"(<)?x(?(1)>|$)", "<x> x"), (r"(?#comment)a", "a"),
    (r"\x41\u00e9\101", "AéA"), (r"[\x00-\x1f]", "a\tb"), (r"\.\*\\", ".*\\"), (r".", "\n"), (r"(?s).", "\n"), (r"\Aab\Z", "ab"), (r"a$", "a\n"), (r"a\Z", "a\n"),
    (r"(?i)ABC", "aBc"), (r"(?m)^\w", "a\nb"), (r"(?x) a  b # comment", "ab"), (r"(?i:a)b", "Ab AB"), (r"(?-i:a)b", "ab"), (r"(?>a+)b", "aab"), (r"a++b", "aab"), (r"a?+a", "a"),
    (r"\d+(?:\.\d+)?", "3.14 42"), (r"[\w.+-]+@[\w-]+\.[\w.]+", "mail bob@example.com now"), (r"(a|b|)*?c", "abac"), (r"(?=(\w+))\1:", "abc:"),
]
for pattern, text in tests:
    m = re.search(pattern, text)
    print(pattern, repr(text), m and (m.span(), m.groups()), re.findall(pattern, text))

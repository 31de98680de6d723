"""Which match is taken: leftmost, then by the order of alternatives and greed."""
import re

for p, t in [("a|ab", "ab"), ("ab|a", "ab"), ("(a|ab)(c|bcd)(d*)", "abcd"), (".*a", "bababb"), (".*?a", "bababb"), ("(.*)(\\d+)", "abc123"), ("(.*?)(\\d+)", "abc123"), ("(a+|b+|c)*", "aabbc"), ("(?:a|ab)*c", "ababc"),
             ("x*", "aaa"), ("(a?)*b", "aab"), ("(?:a?)*?b", "aab"), ("(a{1,3}){2}", "aaaaa"), ("(a{1,3}?){2}", "aaaaa"), ("\\w+@\\w+", "a@b@c"), ("^(?:(\\d+)x)?\\s*(\\w+)", "3x foo"), ("(?<=(a))b\\1", "aba"), ("(?=a*$)a", "baaa")]:
    print(p, t, [(m.span(), m.groups()) for m in re.finditer(p, t)])
print(re.findall("a*", "baac"), re.findall("a*?", "aa"), re.findall(r"\b", "a b"), re.findall(r"^|$", "ab\ncd", re.M), re.findall("(?m)$", "a\n\nb\n"), re.split(r"\b", "a b"), re.split(r"(?=b)", "abab"))
print([m.span() for m in re.finditer("a|", "ba")], [m.span() for m in re.finditer("|a", "ba")], re.sub("a|", "-", "ba"), re.sub(r"(?<=a)|b", "-", "abab"), re.findall("(?!a)", "aba"))
brackets = re.compile(r"\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)")
print(brackets.findall("f(a(b)c) g(x) h(((d)))"), re.findall(r'"(?:[^"\\]|\\.)*"', r'say "a \"quoted\" word" and "x"'))
print(re.findall(r"(?:^|,)((?:\"[^\"]*\")|[^,]*)", 'a,"b,c",d,'), re.match(r"(?:(?:a|b)+c)+", "abcbc").span(), re.search(r"(\d+)-(?!\1)\d+", "12-12 34-35").group())

s = "abracadabra"
print(s.find("a"), s.find("bra"), s.find("bra", 2), s.find("z"), s.find(""), s.find("", 11), s.find("", 12))
print(s.rfind("a"), s.rfind("bra"), s.rfind("bra", 0, 10), s.rfind(""), s.rfind("", 3, 5))
print(s.index("cad"), s.rindex("a", 0, -1))
for call in (lambda: s.index("x"), lambda: s.rindex("x"), lambda: s.index("a", 11), lambda: s.find(3), lambda: s.index()):
    try:
        print(call())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(s.count("a"), s.count("ab"), s.count("a", 3), s.count("a", 3, 8), s.count(""), s.count("", 5, 8), "aaaa".count("aa"))
print([i for i in range(len(s)) if s.startswith("a", i)])
positions, at = [], s.find("ab")
while at != -1:
    positions.append(at)
    at = s.find("ab", at + 1)
print(positions)
print("ab" in s, "" in s, "abc" in s, "z" not in s)

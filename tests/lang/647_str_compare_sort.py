words = ["banana", "Apple", "cherry", "apple", "10", "9", "éclair", "Zoo", "", "a b", "a_b", "日本"]
print(sorted(words))
print(sorted(words, key=str.casefold))
print(sorted(words, key=len), sorted(words, key=lambda w: (-len(w), w)))
print(min(words), max(words), words.index("apple"), "apple" in words)
print("a" < "aa" < "ab" < "b", "" < "a", "A" < "a" < "é" < "日" < "😀", "abc" >= "abc", not "b" < "a")
print("\ud7ff" < "\ue000" < "\U00010000", "\uffff" < "\U00010000", "\x00" < "a", "a\x00" > "a")
def natural(s):
    out, digits = [], ""
    for c in s + "\0":
        if c.isdigit():
            digits += c
        else:
            if digits:
                out.append((0, int(digits), ""))
                digits = ""
            if c != "\0":
                out.append((1, 0, c))
    return out
print(sorted(["layer.10", "layer.2", "layer.1", "head.3"], key=natural))
print(sorted([("b", 1), ("a", 2), ("a", 1)]), sorted({"x": 1, "c": 2}), sorted("b,a,c".split(","), reverse=True))
pairs = {"b": "2", "a": "2", "c": "1"}
print(sorted(pairs, key=pairs.get), sorted(pairs.items(), key=lambda kv: (kv[1], kv[0])), max(pairs, key=pairs.get))
print(["a", "b"] < ["a", "c"], ("x", 1) < ("x", 2), "a" in {"a": 1}, {"a"} == set("a"))
try:
    sorted(["a", 1])
except TypeError as e:
    print(e)
try:
    max("a", 1)
except TypeError as e:
    print(e)
try:
    max("")
except ValueError as e:
    print(e)
print(max("", default="none"), min(["b", "a"], default=None))

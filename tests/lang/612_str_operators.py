print("ab" + "cd", "ab" * 3, 3 * "ab", repr("ab" * 0), repr("ab" * -1), "a" "b" 'c', "é" * 2 + "x")
print("a" < "b", "a" < "B", "abc" < "abd", "abc" < "ab", "" < "a", "Z" < "a", "é" > "z", "a" == "a", "a" != "b", "10" < "9")
print("a" == 1, "a" != 1, "a" == b"a", "" == None)
for call in (lambda: "a" + 1, lambda: 1 + "a", lambda: "a" * "b", lambda: "a" - "b", lambda: "a" < 1, lambda: "a" + None, lambda: "a" * 1.5, lambda: -"a", lambda: 1 in "a", lambda: "a" + b"b", lambda: "a" / 2, lambda: "a" >= b"a", lambda: "a" & "b"):
    try:
        print(call())
    except TypeError as e:
        print(e)
s = "x"
s += "y"
s *= 3
print(s, max("hello"), min("hello"), sorted("hello"), len("hello"), list("abc"), tuple("ab"), set("aab") == {"a", "b"})
print(bool(""), bool(" "), not "", "" or "default", "a" and "b")
t = "same"
print("a" if t is t else "b", hash("abc") == hash("a" + "bc"), {"abc": 1}["a" + "bc"])
print("abc".__len__(), "abc".__contains__("b"), "abc".__add__("d"), "a".__mul__(3), "a".__eq__("a"), "a".__lt__("b"), "a".__eq__(1))

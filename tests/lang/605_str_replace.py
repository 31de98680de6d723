s = "one fish two fish"
print(s.replace("fish", "cat"), s.replace("fish", "cat", 1), s.replace("fish", ""), s.replace("x", "y"))
print("aaa".replace("a", "b", 2), "aaa".replace("aa", "b"), "abc".replace("", "-"), "abc".replace("", "-", 2), "".replace("", "x"))
print("a.b.c".replace(".", "/"), "aXbX".replace("X", "éé"), "éaé".replace("é", "e"), "日本".replace("本", "x"), "abc".replace("abc", ""))
print("hello".replace("l", "L", -1), "hello".replace("l", "L", 0), s.replace("fish", "fish") == s)
for args in ((1, "a"), ("a", None), ("a",), ("a", "b", "c"), ("a", "b", 1, 2)):
    try:
        print("abc".replace(*args))
    except TypeError as e:
        print(e)
template = "Hello NAME, welcome to PLACE."
for old, new in {"NAME": "Ada", "PLACE": "London"}.items():
    template = template.replace(old, new)
print(template)

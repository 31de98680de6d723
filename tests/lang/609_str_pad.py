print("|" + "ab".ljust(5) + "|" + "ab".rjust(5) + "|" + "ab".center(5) + "|" + "abc".center(6) + "|" + "a".center(4) + "|")
print("ab".ljust(5, "."), "ab".rjust(5, "*"), "ab".center(7, "é"), "ab".ljust(1), "日本".center(6, "-"), "x".center(0))
print("42".zfill(5), "-42".zfill(5), "+1".zfill(4), "abc".zfill(2), "".zfill(3), "-".zfill(3), "--1".zfill(5))
print("a\tbc\tdef\tg".expandtabs(), "a\tbc\tdef\tg".expandtabs(4), "a\tb".expandtabs(0), "\t\tx".expandtabs(2), "ab\tc\n\td".expandtabs(4), sep="\n")
for call in (lambda: "a".center(5, "ab"), lambda: "a".ljust("x"), lambda: "a".rjust(5, 1), lambda: "a".zfill(1.0), lambda: "a".center(), lambda: "a".center(5, "")):
    try:
        print(call())
    except TypeError as e:
        print(e)
for word, count in (("the", 12), ("attention", 7), ("of", 105)):
    print(word.ljust(12, ".") + str(count).rjust(5))

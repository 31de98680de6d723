table = str.maketrans("abc", "xyz", "d")
print(table, "aabbccdd".translate(table))
print(str.maketrans({"a": 1, "b": None, 99: "CC"}), "abcd".translate(str.maketrans({"a": "A", "b": None, "c": 0x43})))
print("hello".translate({104: "H", 101: None, 108: 76}), "héllo".translate({0xe9: "e"}), "ab".translate({}))
print("hello world".translate(str.maketrans("", "", "aeiou")), "1,234.5".translate(str.maketrans({",": ".", ".": ","})))
rot13 = str.maketrans("ABCDEFGHIJKLMabcdefghijklmNOPQRSTUVWXYZnopqrstuvwxyz", "NOPQRSTUVWXYZnopqrstuvwxyzABCDEFGHIJKLMabcdefghijklm")
print("Uryyb, Jbeyq!".translate(rot13), "Hello".translate(rot13).translate(rot13))
class Upper:
    def __getitem__(self, code):
        if code == ord("z"):
            raise LookupError
        return chr(code).upper()
print("xyz".translate(Upper()))
for call in (lambda: str.maketrans("ab", "c"), lambda: str.maketrans("a"), lambda: str.maketrans({"ab": 1}), lambda: str.maketrans({1.5: 1}), lambda: str.maketrans("a", 1), lambda: "a".translate({97: 1.5}), lambda: "a".translate({97: 0x110000}), lambda: "a".translate(5)):
    try:
        print(call())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)

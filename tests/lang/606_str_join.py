print(", ".join(["a", "b", "c"]), "".join("xyz"), "-".join(("one",)), "|".join([]), "é".join("ab"))
print("+".join(str(i) for i in range(5)), ",".join({"k": 1, "l": 2}), " ".join(map(str, (1, 2.5, None))))
for bad in (5, [1], ["a", None], ["a", b"b"], None):
    try:
        print(",".join(bad))
    except TypeError as e:
        print(e)
rows = [["a", "1"], ["b", "2"]]
print("\n".join("\t".join(row) for row in rows))
class S(str):
    pass
print(type("".join([S("x")])).__name__, S("-").join("ab"), type(S("-").join("ab")).__name__)

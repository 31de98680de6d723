name = "model.layers.10.mlp.weight"
print(name.startswith("model"), name.startswith("layers", 6), name.startswith("layers", 6, 11))
print(name.endswith("weight"), name.endswith((".bias", ".weight")), name.endswith(()), name.endswith("", 0))
print("".startswith(""), "abc".startswith("", 3), "abc".startswith("", 4), "abc".endswith("c", -1))
for bad in (1, None, ["a"], ("a", 1), b"a"):
    try:
        print(name.startswith(bad))
    except TypeError as e:
        print(e)
for bad in (1, ("x", 2.5)):
    try:
        print(name.endswith(bad))
    except TypeError as e:
        print(e)
print(name.removeprefix("model."), name.removesuffix(".weight"), name.removeprefix("x"), "aaa".removesuffix("a"))
try:
    name.removeprefix(5)
except TypeError as e:
    print(e)

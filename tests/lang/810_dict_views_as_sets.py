d = {"a": [1], "b": [2], "c": 3}
print(d.items() & {("c", 3), ("z", 0)}, d.keys() & ["a", "q"], {"a", "x"} & d.keys(), sorted(d.keys() | {"z"}), sorted(d.keys() - {"a"}), sorted(d.keys() ^ {"a", "z"}), d.keys() & d.keys() == set(d), d.items() >= {("c", 3)}, {("c", 3)} <= d.items(), d.items() <= {("c", 3)}, d.keys() == {"a", "b", "c"}, d.keys() < {"a", "b", "c", "d"}, d.keys() > {"a"}, d.keys() != set("abc"), d.items() == d.items(), d.keys().isdisjoint("xyz"), d.keys().isdisjoint("a"))
print(d.keys() & {}.keys(), {}.keys() & d.keys(), {}.items() == {}.items(), {}.keys() == set(), type(d.keys() & "a").__name__, [] == d.keys(), d.keys() & "ab" == {"a", "b"}, list(d.values()) == list(d.values()), d.values() == d.values())
for f in (lambda: d.items() & 3, lambda: d.items() | {1}, lambda: d.items() - {1}, lambda: d.keys() & 5, lambda: d.keys() | 5, lambda: d.keys() < [1], lambda: d.keys() & [[]], lambda: hash(d.keys()), lambda: d.keys() + d.keys(), lambda: d.values() & {1}, lambda: d.keys().isdisjoint(5), lambda: d.items() <= {("a", 1)}):
    try: print(f())
    except TypeError as e: print(e)
e = {1: "x", 2: "y"}
print(e.items() & {(1, "x"), (2, "q")}, e.items() | {(3, "z")} == {(1, "x"), (2, "y"), (3, "z")}, e.items() ^ {(1, "x")}, e.items() - {(1, "x")}, (1, "x") in e.items(), (1,) in e.items(), 1 in e.items(), ["x"] in e.values(), [1, "x"] in e.items(), e.items().isdisjoint({(9, 9)}), e.items().mapping[1])

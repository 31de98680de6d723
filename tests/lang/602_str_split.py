print("a b  c".split(), "a b  c".split(" "), " a ".split(), " a ".split(" "), "".split(), "".split(","))
print("a,b,,c".split(","), "a,b,,c".split(",", 1), "a,b,,c".split(",", 0), "a,b,,c".split(",", -1))
print("a  b   c d".split(None, 2), "  a  b ".split(None, 1), "  a b  ".split(maxsplit=0))
print("a--b--c".split("--"), "aXXbXXXc".split("XX"), "abc".split("abc"), "abc".split("x"))
print("a b  c".rsplit(), "a,b,c".rsplit(",", 1), "  a b  c ".rsplit(None, 1), "a b c ".rsplit(None, 0), "a,b,c".rsplit(","))
print("tab\tnew\nline\x0bvt\x0cff\rcr\x1cfs\x85nel\u2003em".split())
for call in (lambda: "a".split(""), lambda: "a".split(1), lambda: "a".split("a", "b"), lambda: "a".split(",", 1, 2), lambda: "a".split(sep=None, maxsplit=1.5)):
    try:
        print(call())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print("k=v=w".partition("="), "k".partition("="), "k=v=w".rpartition("="), "k".rpartition("="))
try:
    "a".partition("")
except ValueError as e:
    print(e)
head, sep, tail = "layers.3.attn".rpartition(".")
print(head, sep, tail)
print(*map(str.strip, "a , b ,c".split(",")), sep="|")

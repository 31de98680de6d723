import string
from string import Template, Formatter, capwords

print(string.ascii_lowercase, string.ascii_uppercase[:5], string.digits, string.hexdigits, string.octdigits)
print(string.punctuation, repr(string.whitespace), len(string.printable), string.ascii_letters[24:30])
print(capwords("hello big  world"), capwords("a_b_c", "_"))
t = Template("Dear $name, you owe ${amount} ($$).")
print(t.substitute(name="Ann", amount=5))
print(t.safe_substitute(name="Bob"), t.template)
for f in (lambda: t.substitute(name="x"), lambda: Template("$").substitute(), lambda: Template("a\nb $1").substitute()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(Template("$a-$a-${b}c").substitute({"a": 1, "b": 2}), Template("$x").substitute({"x": 1}, x=9), Template("$a $b").get_identifiers())
fm = Formatter()
print(fm.format("{0} {1!r} {name:>6} {n:.2f}", "a", "b", name="c", n=3.14159))
print(list(fm.parse("a{b!s:>5}c{}d")))


class Default(Formatter):
    def get_value(self, key, args, kwargs):
        if isinstance(key, str):
            return kwargs.get(key, "?")
        return super().get_value(key, args, kwargs)


print(Default().format("{a} {b} {0}", "pos", a=1))
rot13 = str.maketrans(string.ascii_lowercase, string.ascii_lowercase[13:] + string.ascii_lowercase[:13])
print("hello".translate(rot13), "hello".translate(rot13).translate(rot13))
text = "Hello, World! It's 2024..."
print(text.translate(str.maketrans("", "", string.punctuation)))
print("".join(ch for ch in text if ch in string.ascii_letters), sum(ch in string.digits for ch in text))
caesar = {c: string.ascii_uppercase[(i + 3) % 26] for i, c in enumerate(string.ascii_uppercase)}
print("".join(caesar.get(c, c) for c in "ATTACK AT DAWN"))
class Percent(Template):
    delimiter = "%"
print(Percent("%a and $a and %%").substitute(a=1))
print(all(c in string.printable for c in "abc\n"), set("abc") <= set(string.ascii_lowercase), string.ascii_lowercase.index("k"))

print("a" 'b' """c""" \
      "d")
print('single \'quoted\'', "double \"quoted\"", """triple "quoted" 'text'""", '''other "triple" \'\'\' ''')
print("""first
  second
third""")
print("""\
no first newline
""", end="")
print(len("\n"), len(r"\n"), len("\\n"), "\x41\101\u0041", "\t|", "bell\a"[-1] == "\x07", "\N{DEGREE SIGN}", "\0" == "\x00", "\1012")
print(b"\x41\101\n" == b"AA\n", rb"\x41", br'\d', b"a" b"b", B"q", b"""multi
bytes""", b'\'"')
print(u"unicode", U"u", R"raw\d", r"raw\t")
long = ("this is "
        "one string "
        f"with {1 + 1} parts")
print(long)
def f():
    """A doc string.

    With two paragraphs.
    """
    return "body"
print(f.__doc__.strip().splitlines()[0], f.__doc__.count("\n"), f())
class C:
    "class doc"
print(C.__doc__, C().__doc__)
x = "tail" if not "" else "head"
print(x, "%s" "%s" % (1, 2), "a" "b".upper(), ("a" "b").upper(), "ab"[0])

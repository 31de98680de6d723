import textwrap

text = ("Transformers compute attention over all positions; each head has its own query, key and value projections, "
        "and the results are concatenated. It's well-known that induction heads copy earlier tokens.")
for width in (20, 40, 60):
    print("\n".join(textwrap.wrap(text, width)))
    print("-" * width)
print(textwrap.fill(text, width=50, initial_indent="  * ", subsequent_indent="    "))
print(textwrap.shorten(text, width=50))
print(textwrap.shorten(text, width=30, placeholder="..."))
print(textwrap.shorten("short", width=30))
code = """
    def f(x):
        if x:
            return 1

        return 2
    """
print(textwrap.dedent(code))
print(repr(textwrap.dedent("  a\n   b\n  c")), repr(textwrap.dedent("\n\tx\n\t\ty\n")), repr(textwrap.dedent("no\n  indent")))
print(textwrap.indent("one\ntwo\n\nthree", "> "))
print(textwrap.indent("one\n\ntwo", "# ", lambda line: True))
print(textwrap.wrap("averyveryverylongwordthatdoesnotfit ok", 10))
print(textwrap.wrap("averyveryverylongword ok", 10, break_long_words=False))
print(textwrap.wrap("a b c d e f g", 5, max_lines=2), textwrap.wrap("   leading and   inner   spaces ", 12))
print(textwrap.wrap("tab\there\nnew line", 40), textwrap.wrap("", 10), textwrap.fill("x " * 20, 11))
w = textwrap.TextWrapper(width=24, initial_indent="- ", subsequent_indent="  ")
for item in ("first item that is quite long indeed", "second"):
    print(w.fill(item))
for f in (lambda: textwrap.wrap("a", 0), lambda: textwrap.wrap("abc def", 3, max_lines=1)):
    try:
        print(f())
    except ValueError as e:
        print(e)
print(textwrap.wrap("state-of-the-art e-mail x-y -- dash--dash", 12), textwrap.wrap("state-of-the-art", 8, break_on_hyphens=False))
print(max(map(len, textwrap.wrap(text, 33))))

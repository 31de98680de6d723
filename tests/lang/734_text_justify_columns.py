def wrap(text, width):
    line, out = [], []
    for w in text.split():
        if sum(map(len, line)) + len(line) + len(w) > width: out.append(line); line = []
        line.append(w)
    return out + [line]
def justify(words, width):
    if len(words) == 1: return words[0].ljust(width)
    gaps = len(words) - 1
    space, extra = divmod(width - sum(map(len, words)), gaps)
    return "".join(w + " " * (space + (i < extra)) if i < gaps else w for i, w in enumerate(words))
TEXT = "The quick brown fox jumps over the lazy dog while seventeen wizards quietly brew potions"
lines = wrap(TEXT, 24)
for l in lines[:-1]: print(f"|{justify(l, 24)}|")
print(f"|{' '.join(lines[-1]):<24}|")
for l in lines: print(f"|{' '.join(l):^24}|", f"|{' '.join(l):>24}|", sep="")
def columns(items, n):
    rows = -(-len(items) // n); w = max(map(len, items)) + 2
    return [("".join(items[r + c * rows].ljust(w) for c in range(n) if r + c * rows < len(items))).rstrip() for r in range(rows)]
print("\n".join(columns(sorted(TEXT.lower().split()), 4)))
import textwrap
print(textwrap.fill(TEXT, 30), textwrap.wrap(TEXT, 20)[:2], textwrap.shorten(TEXT, 25), textwrap.indent("a\n\nb", "> "), textwrap.dedent("  x\n    y\n  z"), sep="\n")
print(textwrap.fill("- " + TEXT, 28, subsequent_indent="  "), textwrap.shorten(TEXT, 20, placeholder="..."), textwrap.wrap("supercalifragilistic word", 8), textwrap.wrap("a-b-c long-hyphenated-word", 10), textwrap.wrap("", 5), textwrap.wrap("x  y", 10, drop_whitespace=False), textwrap.wrap("one two three four", 9, max_lines=2), sep="\n")
def box(lines):
    w = max(map(len, lines))
    yield "+" + "-" * (w + 2) + "+"
    for l in lines: yield f"| {l:<{w}} |"
    yield "+" + "-" * (w + 2) + "+"
print(*box(["short", "a longer line", ""]), sep="\n")

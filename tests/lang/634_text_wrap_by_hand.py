text = "The transformer is a deep learning architecture based on the multi-head attention mechanism proposed in 2017."
def wrap(text, width):
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return lines + [line]
for line in wrap(text, 30):
    print(f"|{line:<30}|{line:>30}|{line:^30}|")
def justify(line, width):
    words = line.split()
    if len(words) == 1:
        return line.ljust(width)
    gaps, spaces = len(words) - 1, width - sum(map(len, words))
    out = ""
    for i, w in enumerate(words[:-1]):
        out += w + " " * (spaces // gaps + (i < spaces % gaps))
    return out + words[-1]
print("\n".join(justify(l, 30) for l in wrap(text, 30)))
def indent(text, by):
    return "\n".join(by + l if l.strip() else l for l in text.split("\n"))
print(indent("a\n\n  b\nc", "> "))
def box(*lines):
    w = max(map(len, lines))
    return "\n".join(["┌" + "─" * (w + 2) + "┐", *(f"│ {l:<{w}} │" for l in lines), "└" + "─" * (w + 2) + "┘"])
print(box("layer", "attention pattern", "é"))
def truncate(s, n, mark="…"):
    return s if len(s) <= n else s[:n - len(mark)] + mark
print(truncate(text, 20), truncate("short", 20), truncate("日本語テキスト", 4))
columns = "alpha beta gamma delta epsilon zeta eta theta".split()
for i in range(0, len(columns), 3):
    print("".join(f"{c:<10}" for c in columns[i:i + 3]).rstrip())

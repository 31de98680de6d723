"""A small Markdown to HTML converter and a template engine, by regular expressions."""
import re

text = """# Title *here*
Some **bold** and *italic* and `code <x>` text.
Second line with [a link](http://x.y/z?a=1).

- item one
- item **two**

1. first
2. second

```py
x = *a*
```
"""


def inline(s):
    parts = re.split(r"(`[^`]*`)", s)
    for i, part in enumerate(parts):
        if part.startswith("`"):
            parts[i] = "<code>" + part[1:-1].replace("<", "&lt;").replace(">", "&gt;") + "</code>"
            continue
        part = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", part)
        part = re.sub(r"(?<!\*)\*(?!\*)(.+?)\*", r"<i>\1</i>", part)
        parts[i] = re.sub(r"\[([^\]]+)\]\(([^)\s]+)\)", r'<a href="\2">\1</a>', part)
    return "".join(parts)


def blocks(text):
    for fence, block in re.findall(r"(?ms)^(```\w*\n.*?^```$)|((?:^(?!```)[^\n]+\n?)+)", text):
        if fence:
            yield "<pre>" + re.sub(r"^```\w*\n|\n?```$", "", fence) + "</pre>"
        elif m := re.match(r"(#{1,6})\s+(.*)\n?", block):
            yield f"<h{len(m[1])}>{inline(m[2])}</h{len(m[1])}>"
            if rest := block[m.end() :].strip():
                yield f"<p>{inline(' '.join(rest.split(chr(10))))}</p>"
        elif re.match(r"[-*]\s", block):
            yield "<ul>" + "".join(f"<li>{inline(x)}</li>" for x in re.findall(r"(?m)^[-*]\s+(.*)$", block)) + "</ul>"
        elif re.match(r"\d+\.\s", block):
            yield "<ol>" + "".join(f"<li>{inline(x)}</li>" for x in re.findall(r"(?m)^\d+\.\s+(.*)$", block)) + "</ol>"
        else:
            yield f"<p>{inline(block.strip())}</p>"


for b in blocks(text):
    print(b)


def render(template, **values):
    def loop(m):
        return "".join(render(m["body"], **{**values, m["var"]: item}) for item in values[m["seq"]])

    template = re.sub(r"\{% for (?P<var>\w+) in (?P<seq>\w+) %\}(?P<body>.*?)\{% end %\}", loop, template, flags=re.S)
    return re.sub(r"\{\{\s*(\w+)(?:\|(\w+))?\s*\}\}", lambda m: getattr(str(values.get(m[1], "")), m[2] or "strip")(), template)


print(render("Hi {{ name|upper }}!{% for x in items %} [{{x}}]{% end %} {{missing}}.", name="ann", items=[1, 2, 3]))

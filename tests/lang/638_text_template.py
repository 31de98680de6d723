class Template:
    def __init__(self, text):
        self.text = text
    def render(self, **values):
        out, rest = [], self.text
        while "{{" in rest:
            before, _, rest = rest.partition("{{")
            name, end, rest = rest.partition("}}")
            if not end:
                raise ValueError(f"unclosed tag {name!r}")
            out.append(before)
            name, *filters = [part.strip() for part in name.split("|")]
            value = values
            for key in name.split("."):
                value = value[key] if isinstance(value, dict) else getattr(value, key)
            for f in filters:
                value = FILTERS[f](value)
            out.append(str(value))
        return "".join(out) + rest
FILTERS = {"upper": str.upper, "len": len, "join": ", ".join, "money": "{:,.2f}".format, "repr": repr, "title": lambda s: s.title()}
t = Template("Dear {{ user.name | title }}, you owe {{ amount|money }} for {{ items | join }} ({{ items|len }}).")
print(t.render(user={"name": "ada lovelace"}, amount=1234.5, items=["tea", "cake"]))
class Obj:
    x = "val"
print(Template("{{o.x|repr|upper}} and {{ n }}!").render(o=Obj, n=5), Template("plain").render())
for text, values in (("{{ missing }}", {}), ("{{ open", {}), ("{{ a | nope }}", {"a": 1}), ("{{ o.y }}", {"o": Obj})):
    try:
        print(Template(text).render(**values))
    except Exception as e:
        print(type(e).__name__, e)
def substitute(text, mapping):
    for key in sorted(mapping, key=len, reverse=True):
        text = text.replace("$" + key, str(mapping[key]))
    return text
print(substitute("$name is $name2, $n", {"name": "A", "name2": "B", "n": 3}))
html = {"<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;"}
print("".join(html.get(c, c) for c in '<a href="x">T&C</a>'), "<b>".translate(str.maketrans(html)))

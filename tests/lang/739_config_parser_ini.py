TEXT = """
# comment
[model]
name = gpt2
layers = 12
dropout=0.1
tied = yes
; other comment
[train]
lr : 3e-4
steps = 1_000
tags = a, b , c
path = ${model:name}/out
multi = first
    second
    third
[empty]
"""
import re
class ConfigError(Exception):
    def __init__(self, line, why): super().__init__(f"line {line}: {why}"); self.line = line
class Config(dict):
    BOOL = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}
    @classmethod
    def parse(cls, text):
        self, section, last = cls(), None, None
        for n, raw in enumerate(text.splitlines(), 1):
            line = raw.strip()
            if not line or line[0] in "#;": continue
            if m := re.fullmatch(r"\[(\w+)\]", line):
                if m[1] in self: raise ConfigError(n, f"section {m[1]!r} twice")
                section, last = self.setdefault(m[1], {}), None
            elif raw[0].isspace() and last: section[last] += "\n" + line
            elif m := re.match(r"(\w+)\s*[=:]\s*(.*)", line):
                if section is None: raise ConfigError(n, "no section")
                last = m[1]; section[last] = m[2]
            else: raise ConfigError(n, f"cannot read {line!r}")
        return self
    def get_value(self, section, key, kind=str, default=...):
        try: text = self[section][key]
        except KeyError:
            if default is ...: raise
            return default
        text = re.sub(r"\$\{(\w+):(\w+)\}", lambda m: self.get_value(*m.groups()), text)
        if kind is bool: return self.BOOL[text.lower()]
        if kind is list: return [x.strip() for x in text.split(",")]
        return kind(text)
c = Config.parse(TEXT)
print({s: list(v) for s, v in c.items()})
g = c.get_value
print(g("model", "layers", int) + 1, g("model", "dropout", float), g("model", "tied", bool), g("train", "lr", float), g("train", "steps", int), g("train", "tags", list), g("train", "path"), repr(g("train", "multi")), g("x", "y", default=None))
for f in (lambda: g("x", "y"), lambda: g("model", "z"), lambda: g("model", "name", int), lambda: g("model", "name", bool), lambda: Config.parse("a = 1"), lambda: Config.parse("[a]\n[a]"), lambda: Config.parse("[a]\nwhat")):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def dump(c): return "\n".join(f"[{s}]\n" + "".join(f"{k} = {v}\n" for k, v in kv.items()) for s, kv in c.items())
print(dump({"a": {"x": 1, "y": [2]}, "b": {}}))
def flatten(d, prefix=""):
    for k, v in d.items():
        if isinstance(v, dict): yield from flatten(v, f"{prefix}{k}.")
        else: yield prefix + k, v
def unflatten(pairs):
    out = {}
    for k, v in pairs:
        *path, last = k.split("."); node = out
        for p in path: node = node.setdefault(p, {})
        node[last] = v
    return out
nested = {"a": {"b": {"c": 1}, "d": 2}, "e": 3}
print(dict(flatten(nested)), unflatten(flatten(nested)) == nested)
def deep_merge(a, b): return {k: deep_merge(a[k], b[k]) if isinstance(a.get(k), dict) and isinstance(b.get(k), dict) else b.get(k, a.get(k)) for k in [*a, *(k for k in b if k not in a)]}
print(deep_merge(nested, {"a": {"b": {"x": 9}, "d": 0}, "n": None}))
import string
t = string.Template("$who likes ${what}s; $$5, $missing"); print(t.safe_substitute(who="ann", what="tree"))
for f in (lambda: t.substitute(who=1, what=2), lambda: string.Template("$").substitute(), lambda: string.Template("${bad").substitute(bad=1), lambda: string.Template("a\n$1").substitute()):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)

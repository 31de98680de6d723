"""What people do with re around models: prompts, tokens, answers, log lines."""
import re

answer = """Let me think. 12 + 30 = 42.
So the answer is: 42
#### 42"""
print(re.search(r"####\s*(-?[\d,.]+)", answer).group(1), re.findall(r"answer is:?\s*(\d+)", answer, re.I), re.findall(r"-?\d+", answer)[-1])
prompt = "Q: {question}\nA: {answer}\n\nQ: {question2}\nA:"
print(re.findall(r"\{(\w+)\}", prompt), re.sub(r"\{(\w+)\}", lambda m: f"<{m[1].upper()}>", prompt).splitlines())
names = ["transformer.h.0.attn.c_attn.weight", "transformer.h.11.mlp.c_fc.bias", "transformer.wte.weight", "model.layers.3.self_attn.q_proj.weight"]
layer = re.compile(r"\.(?:h|layers)\.(\d+)\.(attn|self_attn|mlp)\.")
for n in names:
    m = layer.search(n)
    print(n, (int(m[1]), m[2]) if m else None, re.sub(r"\.(\d+)\.", r"[\1].", n), re.sub(r"^transformer\.", "model.", n))
print([n for n in names if re.match(r".*\.(\d+)\..*weight$", n)], re.split(r"[._]", names[0]))
tokens = re.findall(r"<\|\w+\|>|\w+|[^\w\s]", "<|im_start|>user\nHello, world!<|im_end|>")
print(tokens, re.split(r"(<\|[a-z_]+\|>)", "<|im_start|>hi<|im_end|>"))
loss = """step 10 | loss 3.2145 | lr 1.0e-04
step 20 | loss 2.9871 | lr 9.5e-05
step 30 | loss nan | lr 9.0e-05"""
rows = [m.groups() for m in re.finditer(r"step\s+(\d+).*?loss\s+([\d.]+|nan).*?lr\s+(\S+)", loss)]
print([(int(a), float(b), float(c)) for a, b, c in rows if b != "nan"], len(rows))
print(re.sub(r"(?P<word>\b\w{4,}\b)", lambda m: m["word"][::-1], "short words stay, longer reversed"), re.sub(r"\s{2,}|\t", " ", "a  b\t\tc   d"))
print(re.fullmatch(r"[A-Za-z_]\w*", "valid_name1") is not None, [bool(re.fullmatch(r"\d+(\.\d+)*", v)) for v in ("1", "1.2.3", "1..2")], re.findall(r"(?:(?<=^)|(?<=\s))@(\w+)", "@ann hi @bob x@y"))
snippet = "def f(x, *args, y=2, **kw): return x"
print(re.match(r"def\s+(?P<name>\w+)\((?P<args>[^)]*)\)", snippet).groupdict(), re.findall(r"\*{0,2}\w+(?:=\w+)?", re.search(r"\((.*)\)", snippet)[1]))
bpe = re.compile(r"'(?:[sdmt]|ll|ve|re)| ?\w+| ?[^\s\w]+|\s+(?!\S)|\s+")
print(bpe.findall("I'll say it's   done!!  ok"), ["".join(p) for p in [re.findall(".", "ab\nc", re.S)]])
print(re.sub(r"(?m)^(\s*)#.*\n", "", "a\n  # comment\nb\n#c\n"), re.sub(r"```(\w*)\n(.*?)```", r"[\1:\2]", "x ```py\ncode``` y", flags=re.S))

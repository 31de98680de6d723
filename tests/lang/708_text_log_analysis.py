import re
from collections import Counter, defaultdict
LOG = """\
2024-03-01 10:00:01 INFO  trainer: epoch=1 loss=2.3456 acc=0.1234
2024-03-01 10:05:42 WARN  loader: slow batch 17 took 3.2s
2024-03-01 10:06:00 INFO  trainer: epoch=2 loss=1.8765 acc=0.3456
2024-03-01 10:07:13 ERROR trainer: nan in grad of layers.3.mlp.weight
2024-03-01 10:07:14 INFO  trainer: epoch=3 loss=nan acc=0.1000
malformed line here
2024-03-02 00:00:00 INFO  saver: wrote step-300.ckpt (1,234,567 bytes)
"""
PATTERN = re.compile(r"""
    ^(?P<date>\d{4}-\d\d-\d\d)\s
    (?P<time>\d\d:\d\d:\d\d)\s
    (?P<level>[A-Z]+)\s+
    (?P<who>\w+):\s
    (?P<text>.*)$
""", re.VERBOSE)
records, bad = [], []
for n, line in enumerate(LOG.splitlines(), 1):
    m = PATTERN.match(line)
    (records if m else bad).append(m.groupdict() | {"line": n} if m else (n, line))
print(len(records), bad)
print(Counter(r["level"] for r in records).most_common())
by = defaultdict(list)
for r in records:
    by[r["who"]].append(r["text"])
for who, texts in sorted(by.items()):
    print(f"{who:<8}|{len(texts):>3}|{max(map(len, texts)):>4}")
values = {}
for r in records:
    for k, v in re.findall(r"(\w+)=([\d.]+|nan)", r["text"]):
        values.setdefault(k, []).append(float(v))
print(values)
print({k: f"{sum(x for x in v if x == x) / len(v):.4f}" for k, v in values.items()})
hms = [tuple(map(int, r["time"].split(":"))) for r in records]
secs = [h * 3600 + m * 60 + s for h, m, s in hms]
print(secs, [b - a for a, b in zip(secs, secs[1:])])
print(re.sub(r"(\d+)\.(\d+)", lambda m: f"{float(m[0]):.1f}", records[0]["text"]))
print([m.span() for m in re.finditer(r"\d+", records[-1]["text"])])
print(int(re.search(r"\(([\d,]+) bytes\)", records[-1]["text"])[1].replace(",", "")))
print(re.split(r"\s+", LOG.splitlines()[1], maxsplit=3))
print(*sorted({w.lower() for w in re.findall(r"[a-z]+", LOG, re.I)}, key=lambda w: (-len(w), w))[:8])
width = max(len(r["who"]) for r in records)
for level, group in sorted(defaultdict(list, {l: [r for r in records if r["level"] == l] for l in ("INFO", "WARN", "ERROR")}).items()):
    print(f"{level:>5} {'#' * len(group):<8}{len(group) / len(records):>7.1%}")

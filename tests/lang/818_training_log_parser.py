"""Lines of a training log: parsed by a pattern, smoothed, drawn."""
import re, textwrap
from collections import namedtuple

LOG = textwrap.dedent("""\
    [2024-03-01 10:00:01] step=0 loss=4.6052 lr=1.0e-03
    [2024-03-01 10:00:05] step=10 loss=3.9120 lr=1.0e-03 grad=2.31
    [2024-03-01 10:00:09] WARNING: gradient clipped (norm 12.5 > 1.0)
    [2024-03-01 10:00:12] step=20 loss=3.1781 lr=9.0e-04 grad=12.5

    [2024-03-01 10:00:17] step=30 loss=nan lr=8.0e-04 grad=inf
    [2024-03-01 10:00:21] step=40 loss=2.4849 lr=7.0e-04 grad=0.98
    garbage without a time
    [2024-03-01 10:01:02] step=50 loss=2.3979 lr=5.0e-04 grad=0.5
    """)
Line = namedtuple("Line", "time step loss lr grad", defaults=[None])
HEAD = re.compile(r"^\[(?P<date>\d{4}-\d\d-\d\d) (?P<h>\d\d):(?P<m>\d\d):(?P<s>\d\d)\]\s+(?P<rest>.*)$")

lines, other = [], []
for number, text in enumerate(LOG.splitlines(), start=1):
    if not text.strip():
        continue
    if (head := HEAD.match(text)) is None:
        other.append((number, "bad", text))
        continue
    if pairs := dict(re.findall(r"(\w+)=(\S+)", head["rest"])):
        seconds = int(head["h"]) * 3600 + int(head["m"]) * 60 + int(head["s"])
        lines.append(Line(seconds, int(pairs.pop("step")), **{k: float(v) for k, v in pairs.items()}))
    else:
        kind, _, message = head["rest"].partition(": ")
        other.append((number, kind.lower(), message))
for line in lines:
    print(line)
print(other)
start = lines[0].time
good = [line for line in lines if line.loss == line.loss]
print(len(lines), len(good), [line.time - start for line in lines])
ema, curve = None, []
for line in good:
    ema = line.loss if ema is None else 0.6 * ema + 0.4 * line.loss
    curve.append(round(ema, 4))
print(curve)
low, high = min(curve), max(curve)
for line, value in zip(good, curve):
    column = round((value - low) / (high - low) * 30)
    print(f"{line.step:4d} {' ' * column}* {line.loss:.3f}")
print([(a.step, b.step) for a, b in zip(lines, lines[1:]) if b.time - a.time > 10])
print(max((l for l in lines if l.grad is not None), key=lambda l: l.grad)._asdict())
print(good[-1]._replace(loss=0.0), Line._fields, Line._field_defaults)

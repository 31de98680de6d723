"""A table read from text, grouped, pivoted, joined with another, written again."""
import csv, io
from collections import defaultdict
from operator import itemgetter
from statistics import mean, median

RUNS = '''\
model,layer,seed,accuracy,note
gpt2,0,1,0.51,
gpt2,0,2,0.53,"quoted, with comma"
gpt2,6,1,0.71,
gpt2,6,2,,failed
pythia,0,1,0.49,"say ""hi"""
pythia,6,1,0.66,
pythia,6,2,0.68,ünïcode
'''
SIZES = "model;params\ngpt2;124\npythia;70\nllama;7000\n"

def number(text):
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            pass
    return text or None

rows = [{k: number(v) for k, v in row.items()} for row in csv.DictReader(io.StringIO(RUNS))]
print(len(rows), rows[1], rows[3], sep="\n")
groups = defaultdict(list)
for row in rows:
    if row["accuracy"] is not None:
        groups[row["model"], row["layer"]].append(row["accuracy"])
for key, values in sorted(groups.items()):
    print(key, len(values), f"{mean(values):.3f}", median(values), max(values) - min(values) > 0.01)

layers = sorted({r["layer"] for r in rows})
print("model".ljust(8), *(f"L{l}".rjust(7) for l in layers))
for model in dict.fromkeys(map(itemgetter("model"), rows)):
    print(model.ljust(8), *(f"{mean(groups[model, l]):7.3f}" for l in layers))

sizes = {r["model"]: number(r["params"]) for r in csv.DictReader(io.StringIO(SIZES), delimiter=";")}
joined = [{**r, "params": sizes.get(r["model"])} for r in rows]
print([m for m in sizes if m not in {r["model"] for r in rows}])
out = io.StringIO()
writer = csv.DictWriter(out, ["model", "params", "accuracy", "note"], extrasaction="ignore", lineterminator="\n")
writer.writeheader()
writer.writerows(sorted(joined, key=lambda r: (-(r["accuracy"] or 0), r["model"])))
print(out.getvalue(), end="")
back = list(csv.reader(io.StringIO(out.getvalue())))
print(back[0], len(back), [r[3] for r in back if r[3]])
quoted = io.StringIO()
csv.writer(quoted, quoting=csv.QUOTE_NONNUMERIC, lineterminator="|").writerows([["a", 1, 2.5], ["b\"c", None, True]])
print(quoted.getvalue())
try:
    csv.DictWriter(io.StringIO(), ["a"]).writerow({"a": 1, "b": 2})
except ValueError as error:
    print(error)
print(list(csv.DictReader(["a,b", "1", "1,2,3", ""])), next(csv.reader(["x\ty\t'z'"], delimiter="\t")))

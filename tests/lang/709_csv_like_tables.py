RAW = '''name,layer,score,notes
"GPT-2, small",3,0.75,ok
llama,12,.5,"he said ""hi"""
bert,,1e-3,
"multi
line",7,-2,x
'''
def parse(text, sep=",", quote='"'):
    rows, row, field, quoted, i = [], [], [], False, 0
    while i < len(text):
        ch = text[i]
        if quoted:
            if ch == quote:
                if text[i + 1:i + 2] == quote: field.append(quote); i += 1
                else: quoted = False
            else: field.append(ch)
        elif ch == quote: quoted = True
        elif ch == sep: row.append("".join(field)); field = []
        elif ch == "\n":
            row.append("".join(field)); rows.append(row); row, field = [], []
        else: field.append(ch)
        i += 1
    if field or row: rows.append(row + ["".join(field)])
    return rows
rows = parse(RAW)
for r in rows: print(r)
import csv, io
print(rows == list(csv.reader(io.StringIO(RAW))))
head, *body = rows
records = [dict(zip(head, r)) for r in body]
def convert(s):
    for kind in (int, float):
        try: return kind(s)
        except ValueError: pass
    return s or None
typed = [{k: convert(v) for k, v in r.items()} for r in records]
print(typed)
print(sum(r["score"] for r in typed), [r["layer"] or 0 for r in typed])
widths = [max(len(repr(r[h])) for r in typed + [dict.fromkeys(head, "")]) for h in head]
line = "+".join("-" * (w + 2) for w in widths)
print(line)
for r in typed:
    print("|".join(f" {r[h]!r:<{w}} " for h, w in zip(head, widths)))
print(line)
out = io.StringIO()
w = csv.DictWriter(out, fieldnames=head, lineterminator="\n")
w.writeheader(); w.writerows(records)
print(out.getvalue() == RAW, list(csv.DictReader(io.StringIO(out.getvalue())))[1])
print(list(csv.reader(["a;b;'c;d'"], delimiter=";", quotechar="'")), list(csv.reader(["1\t2", "x"], dialect="excel-tab")))
o = io.StringIO(); csv.writer(o, quoting=csv.QUOTE_ALL, lineterminator="|").writerows([[1, None, "a"], [2.5, True, 'q"q']]); print(o.getvalue())
o = io.StringIO(); csv.writer(o, quoting=csv.QUOTE_NONNUMERIC).writerow([1, "a", 2.5, None]); print(repr(o.getvalue()))
for r in sorted(typed, key=lambda r: (r["layer"] is None, r["layer"])): print(r["name"], end="; ")
print()
tsv = "\n".join("\t".join(map(str, r.values())) for r in typed)
print(tsv.expandtabs(14))
cols = {h: [r[h] for r in typed] for h in head}
print(cols["layer"], list(zip(*cols.values()))[0])

import csv
import io

text = 'name,score,comment\nAnn,90,"good, very"\nBob,85,"said ""hi"""\n"Cid, Jr.",70,\n'
for row in csv.reader(io.StringIO(text)):
    print(row)
rows = list(csv.DictReader(io.StringIO(text)))
print(rows[0], rows[2]["name"], [int(r["score"]) for r in rows], sum(int(r["score"]) for r in rows) / len(rows))
out = io.StringIO()
w = csv.writer(out)
w.writerow(["a", 1, 2.5, None, True, 'quo"te', "com,ma", "new\nline"])
w.writerows([[1, 2], ["x", "y"]])
print(repr(out.getvalue()))
out = io.StringIO()
dw = csv.DictWriter(out, fieldnames=["id", "val"], lineterminator="\n")
dw.writeheader()
dw.writerow({"id": 1, "val": "one"})
dw.writerows([{"id": 2, "val": "two"}, {"id": 3}])
print(out.getvalue())
try:
    dw.writerow({"id": 4, "extra": 1})
except ValueError as e:
    print(e)
print(list(csv.reader(["a;b;c", "1;2;3"], delimiter=";")), list(csv.reader(["a\tb"], dialect="excel-tab")), list(csv.reader(["'x,y',z"], quotechar="'")))
print(list(csv.reader(["a, b", "c,  d"], skipinitialspace=True)), list(csv.reader(['1,"2",3'], quoting=csv.QUOTE_NONNUMERIC)), list(csv.reader([])), list(csv.reader(["", "a"])))
out = io.StringIO()
csv.writer(out, quoting=csv.QUOTE_ALL, delimiter="|").writerow([1, "b c", ""])
csv.writer(out, quoting=csv.QUOTE_NONE, escapechar="\\").writerow(["a,b", "c"])
csv.writer(out, quoting=csv.QUOTE_NONNUMERIC).writerow(["s", 1.5])
print(out.getvalue().splitlines())
r = csv.reader(io.StringIO('multi,"line\nfield",end\nnext,row,x\n'))
print(next(r), r.line_num, next(r))
d = csv.DictReader(["a,b", "1,2,3", "4"], restkey="rest", restval="?")
print(d.fieldnames, list(d))
try:
    csv.writer(io.StringIO(), delimiter="ab")
except TypeError as e:
    print(e)
csv.register_dialect("pipes", delimiter="|")
print(list(csv.reader(["a|b"], "pipes")), "pipes" in csv.list_dialects())
table = [r.split(",") for r in "x,y\n1,2\n3,4".split("\n")]
header, *body = table
print([dict(zip(header, map(int, b))) for b in body])

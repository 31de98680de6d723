def parse(text, sep=","):
    rows, row, cell, quoted, i = [], [], "", False, 0
    while i < len(text):
        c = text[i]
        if quoted:
            if c == '"' and text[i + 1:i + 2] == '"':
                cell += '"'
                i += 1
            elif c == '"':
                quoted = False
            else:
                cell += c
        elif c == '"':
            quoted = True
        elif c == sep:
            row.append(cell)
            cell = ""
        elif c == "\n":
            rows.append(row + [cell])
            row, cell = [], ""
        else:
            cell += c
        i += 1
    if cell or row:
        rows.append(row + [cell])
    return rows
data = 'name,notes,score\n"Smith, J.","says ""hi""",9.5\nÉva,"two\nlines",7\nempty,,\n'
rows = parse(data)
for r in rows:
    print(r)
head, *body = rows
records = [dict(zip(head, r)) for r in body]
print(records[0]["name"], [float(r["score"] or "nan") for r in records])
def quote(s):
    return '"' + s.replace('"', '""') + '"' if set(s) & set(',"\n') else s
print("\n".join(",".join(map(quote, r)) for r in rows) + "\n" == data)
tsv = "a\tb\n1\t2\n3\t4"
print([line.split("\t") for line in tsv.splitlines()], dict(line.split("\t") for line in tsv.splitlines()))
config = """
# comment
lr = 0.001
[model]
layers=12
name = "gpt2"   # trailing
"""
section, values = "", {}
for line in config.splitlines():
    line = line.split("#")[0].strip()
    if not line:
        continue
    if line.startswith("[") and line.endswith("]"):
        section = line[1:-1] + "."
        continue
    key, _, value = (part.strip() for part in line.partition("="))
    values[section + key] = value.strip('"')
print(values)

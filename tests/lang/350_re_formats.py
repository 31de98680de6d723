"""Dates, numbers, addresses: common patterns."""
import re

PATTERNS = {
    "date": r"(?P<d>\d{1,2})[./-](?P<m>\d{1,2})[./-](?P<y>(?:19|20)?\d\d)",
    "time": r"([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?\s*([ap]m)?",
    "hex": r"#([0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b",
    "url": r"(?P<scheme>https?)://(?P<host>[\w.-]+)(?::(?P<port>\d+))?(?P<path>/[^\s?#]*)?(?:\?(?P<query>[^#\s]*))?",
    "phone": r"\(?(\d{3})\)?[-. ]?(\d{3})[-. ]?(\d{4})",
    "float": r"[-+]?(?:\d+\.\d*|\.\d+|\d+)(?:[eE][-+]?\d+)?",
    "semver": r"^(\d+)\.(\d+)\.(\d+)(?:-([\w.]+))?(?:\+([\w.]+))?$",
}
samples = {
    "date": ["31/12/1999", "1.2.03 and 4-5-2006"], "time": ["at 9:05pm or 23:59:59", "25:00"], "hex": ["color: #FFaa00; #abc #12"],
    "url": ["see https://example.com:8080/a/b?x=1&y=2#frag or http://a.b"], "phone": ["call (555) 123-4567, 555.987.6543 or 5551112222"],
    "float": ["3.14 -2 .5e-3 6.02E23 x1y"], "semver": ["1.2.3", "1.0.0-beta.2+build.5", "1.2"],
}
for name, texts in samples.items():
    compiled = re.compile(PATTERNS[name])
    for text in texts:
        for m in compiled.finditer(text):
            print(name, repr(m.group()), m.groups(), m.groupdict())
query = "name=J%20D&age=42&empty=&flag"
print(dict(re.findall(r"([^&=]+)=([^&]*)", query)), re.sub("%([0-9A-F]{2})", lambda m: chr(int(m[1], 16)), query))
csv = 'one,"two, with comma","say ""hi""",,last'
print([a or b for a, b in re.findall(r'"((?:[^"]|"")*)"|([^,]*)', csv)], re.split(r',(?=(?:[^"]*"[^"]*")*[^"]*$)', csv))
roman = re.compile(r"M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
print([bool(roman.fullmatch(r)) for r in ("MCMXCIV", "IIII", "XLII", "")])
print(re.sub(r"(?<=\d)(?=(?:\d{3})+(?!\d))", ",", "1234567 89 1000"), re.sub(r"\b0+(?=\d)", "", "007 00 0120"), re.findall(r"\b(?:[A-Z][a-z]+ ?)+", "Dr Jane Smith met Bob"))

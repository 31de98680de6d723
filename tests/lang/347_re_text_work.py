"""Cleaning and counting text."""
import re
from collections import Counter

text = """Call me Ishmael. Some years ago--never mind how long precisely--having little or no money
in my purse, and nothing particular to interest me on shore, I thought I would sail about a little."""
words = re.findall(r"[A-Za-z']+", text.lower())
print(len(words), Counter(words).most_common(4), Counter(map(len, words)).most_common(3))
print(re.split(r"(?<=[.!?])\s+", "One. Two! Three? Four"), [s.strip() for s in re.split(r"--|,", text)][:3])
log = """2024-01-02 10:00:01 INFO start user=ann
2024-01-02 10:00:05 ERROR failed code=42 user=bob
2024-01-02 10:01:00 WARNING slow time=3.5s"""
line = re.compile(r"^(?P<date>\S+) (?P<time>\S+) (?P<level>[A-Z]+) (?P<text>.*)$", re.M)
for m in line.finditer(log):
    print(m["level"], m["time"], dict(re.findall(r"(\w+)=(\S+)", m["text"])))
print(re.sub(r"(?m)^\d{4}-", "", log).split("\n")[0], re.findall(r"(?m)^.*ERROR.*$", log))
html = '<a href="x.html">X</a> <b>bold</b> <img src=\'i.png\'/>'
print(re.findall(r"<(\w+)", html), re.findall(r"""(?:href|src)=(["'])(.*?)\1""", html), re.sub(r"<[^>]+>", "", html))
print(re.findall(r"'s|'t|'re|'ve|'m|'ll|'d| ?[^\W\d_]+| ?\d+| ?[^\s\w]+|\s+(?!\S)|\s+", "Hello world! It's 2024,  isn't it?"))
print([bool(re.fullmatch(r"(?=.*\d)(?=.*[a-z])(?=.*[A-Z]).{8,}", p)) for p in ("Passw0rd", "password", "SHORT1a", "LongEnough1")])
print([bool(re.fullmatch(r"((25[0-5]|2[0-4]\d|1?\d?\d)(\.(?!$)|$)){4}", ip)) for ip in ("192.168.1.1", "256.1.1.1", "1.2.3", "0.0.0.0")])
print(re.sub(r"(.)\1+", lambda m: f"{m[1]}{len(m[0])}", "aaabbbccd"), re.sub(r"(\w)(\d+)", lambda m: m[1] * int(m[2]), "a3b3c2d1"))

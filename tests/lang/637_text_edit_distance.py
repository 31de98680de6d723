def distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]
for a, b in (("kitten", "sitting"), ("", "abc"), ("flaw", "lawn"), ("naïve", "naive"), ("same", "same")):
    print(a, b, distance(a, b))
def lcs(a, b):
    table = [[""] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a)):
        for j in range(len(b)):
            table[i + 1][j + 1] = table[i][j] + a[i] if a[i] == b[j] else max(table[i + 1][j], table[i][j + 1], key=len)
    return table[-1][-1]
print(lcs("AGGTAB", "GXTXAYB"), lcs("transformer", "transfusion"), repr(lcs("abc", "xyz")))
def suggest(word, known):
    near = sorted((distance(word, k), k) for k in known)
    return [k for d, k in near if d <= 2][:3]
print(suggest("atention", ["attention", "intention", "mlp", "tension"]), suggest("zzz", ["mlp"]))
def diff(a, b):
    out, i, j = [], 0, 0
    common = lcs(a, b)
    for c in common + "\0":
        while i < len(a) and a[i] != c:
            out.append("-" + a[i])
            i += 1
        while j < len(b) and b[j] != c:
            out.append("+" + b[j])
            j += 1
        if c != "\0":
            out.append(" " + c)
            i, j = i + 1, j + 1
    return "".join(out)
print(diff("abcd", "axcyd"))
def longest_substring(s):
    seen, start, best = {}, 0, ""
    for i, c in enumerate(s):
        if c in seen and seen[c] >= start:
            start = seen[c] + 1
        seen[c] = i
        if i - start + 1 > len(best):
            best = s[start:i + 1]
    return best
print(longest_substring("abcabcbb"), longest_substring("pwwkew"), longest_substring("日本日語"))
def permutations(s):
    return [s] if len(s) <= 1 else sorted({c + p for i, c in enumerate(s) for p in permutations(s[:i] + s[i + 1:])})
print(permutations("aab"), len(permutations("abcd")))

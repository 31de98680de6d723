import torch

def levenshtein(a, b):
    d = torch.zeros(len(a) + 1, len(b) + 1, dtype=torch.long)
    d[:, 0] = torch.arange(len(a) + 1)
    d[0] = torch.arange(len(b) + 1)
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            cost = 0 if a[i - 1] == b[j - 1] else 1
            d[i, j] = min(d[i - 1, j] + 1, d[i, j - 1] + 1, d[i - 1, j - 1] + cost)
    return d

d = levenshtein("kitten", "sitting")
print(d, d[-1, -1].item(), [levenshtein(a, b)[-1, -1].item() for a, b in (("a", ""), ("ab", "ba"), ("same", "same"))])
def lcs(a, b):
    t = torch.zeros(len(a) + 1, len(b) + 1, dtype=torch.int32)
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            t[i + 1, j + 1] = t[i, j] + 1 if x == y else torch.max(t[i, j + 1], t[i + 1, j])
    out, i, j = [], len(a), len(b)
    while i and j:
        if a[i - 1] == b[j - 1]:
            out.append(a[i - 1]); i -= 1; j -= 1
        elif t[i - 1, j] >= t[i, j - 1]:
            i -= 1
        else:
            j -= 1
    return "".join(reversed(out)), t[-1, -1]
print(lcs("AGGTAB", "GXTXAYB"))
knap = torch.zeros(8, dtype=torch.long)
for w, v in [(1, 1), (3, 4), (4, 5), (5, 7)]:
    for c in range(7, w - 1, -1):
        knap[c] = max(knap[c], knap[c - w] + v)
print(knap, knap.max(), type(knap[3].item()))

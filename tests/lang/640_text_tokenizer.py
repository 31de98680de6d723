corpus = "low lower newest widest lowest low low newest"
words = {}
for w in corpus.split():
    key = tuple(w) + ("</w>",)
    words[key] = words.get(key, 0) + 1
merges = []
for step in range(8):
    pairs = {}
    for w, n in words.items():
        for pair in zip(w, w[1:]):
            pairs[pair] = pairs.get(pair, 0) + n
    if not pairs:
        break
    best = max(sorted(pairs), key=pairs.get)
    merges.append(best)
    merged = {}
    for w, n in words.items():
        out, i = [], 0
        while i < len(w):
            if w[i:i + 2] == best:
                out.append("".join(best))
                i += 2
            else:
                out.append(w[i])
                i += 1
        merged[tuple(out)] = n
    words = merged
    print(step, best, pairs[best])
print([" ".join(w) for w in words])
def encode(word):
    parts = list(word) + ["</w>"]
    for a, b in merges:
        i = 0
        while i < len(parts) - 1:
            if parts[i] == a and parts[i + 1] == b:
                parts[i:i + 2] = [a + b]
            else:
                i += 1
    return parts
print(encode("lowest"), encode("widen"))
vocab = sorted({t for w in words for t in w} | set("".join(corpus.split())))
ids = {t: i for i, t in enumerate(vocab)}
print(ids, [ids[t] for t in encode("low")])
print("".join(encode("newest")).replace("</w>", " ").strip())
text = "Don't stop: it's 3.14 o'clock, naïve café!"
out, cur = [], ""
for c in text:
    if c.isalnum() or c == "'":
        cur += c
    else:
        if cur:
            out.append(cur)
            cur = ""
        if not c.isspace():
            out.append(c)
if cur:
    out.append(cur)
print(out)
def bytes_to_unicode():
    bs = list(range(33, 127)) + list(range(161, 173)) + list(range(174, 256))
    cs, n = bs[:], 0
    for b in range(256):
        if b not in bs:
            bs.append(b)
            cs.append(256 + n)
            n += 1
    return dict(zip(bs, map(chr, cs)))
table = bytes_to_unicode()
print("".join(table[b] for b in " héllo\n".encode()), len(table), table[32], table[10])

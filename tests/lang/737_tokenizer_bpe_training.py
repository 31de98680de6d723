from collections import Counter
corpus = "low low low low low lower lower newest newest newest newest newest newest widest widest widest"
vocab = Counter(tuple(w) + ("</w>",) for w in corpus.split())
def pairs(v):
    c = Counter()
    for w, n in v.items():
        for p in zip(w, w[1:]): c[p] += n
    return c
def merge(v, pair):
    out = Counter()
    for w, n in v.items():
        new, i = [], 0
        while i < len(w):
            if w[i:i + 2] == pair: new.append(w[i] + w[i + 1]); i += 2
            else: new.append(w[i]); i += 1
        out[tuple(new)] += n
    return out
merges = []
for step in range(10):
    c = pairs(vocab)
    if not c: break
    best = max(c, key=lambda p: (c[p], p))
    vocab = merge(vocab, best); merges.append(best)
    print(step, best, c[best], len({t for w in vocab for t in w}))
rank = {m: i for i, m in enumerate(merges)}
def encode(word):
    parts = list(word) + ["</w>"]
    while len(parts) > 1:
        best = min(zip(parts, parts[1:]), key=lambda p: rank.get(p, 1e9))
        if best not in rank: break
        i = 0
        while i < len(parts) - 1:
            if (parts[i], parts[i + 1]) == best: parts[i:i + 2] = ["".join(best)]
            i += 1
    return parts
for w in ("lowest", "newer", "wide", "x"): print(w, encode(w), "".join(encode(w)).replace("</w>", " ").strip() == w)
ids = {t: i for i, t in enumerate(sorted({t for w in vocab for t in w} | set("abcdefghijklmnopqrstuvwxyz") | {"</w>"}))}
print(len(ids), [ids[t] for t in encode("lowest")], list(ids)[:4])
def bytes_to_unicode():
    bs = [*range(33, 127), *range(161, 173), *range(174, 256)]; cs = bs[:]; n = 0
    for b in range(256):
        if b not in bs: bs.append(b); cs.append(256 + n); n += 1
    return dict(zip(bs, map(chr, cs)))
b2u = bytes_to_unicode(); u2b = {v: k for k, v in b2u.items()}
text = "Hé llo\n世"; enc = "".join(b2u[b] for b in text.encode()); print(enc, len(enc), bytes(u2b[c] for c in enc).decode() == text, b2u[32], b2u[10])
def greedy(word, pieces):
    out, i = [], 0
    while i < len(word):
        for j in range(len(word), i, -1):
            if (p := ("##" if i else "") + word[i:j]) in pieces: out.append(p); i = j; break
        else: return ["[UNK]"]
    return out
print([greedy(w, {"un", "##aff", "##able", "##a", "aff", "able"}) for w in ("unaffable", "affable", "able", "zzz")])

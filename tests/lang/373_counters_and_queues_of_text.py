"""Byte-pair merges, a Markov text, a priority of words."""
import heapq
import random
from collections import Counter, defaultdict, deque

corpus = "low low low low low lower lower newest newest newest newest newest newest widest widest widest".split()
words = Counter(tuple(w) + ("_",) for w in corpus)
merges = []
for _ in range(6):
    pairs = Counter()
    for symbols, n in words.items():
        for pair in zip(symbols, symbols[1:]):
            pairs[pair] += n
    best = max(pairs, key=lambda p: (pairs[p], p))
    merges.append(best)
    merged = Counter()
    for symbols, n in words.items():
        out, i = [], 0
        while i < len(symbols):
            if symbols[i : i + 2] == best:
                out.append(symbols[i] + symbols[i + 1])
                i += 2
            else:
                out.append(symbols[i])
                i += 1
        merged[tuple(out)] += n
    words = merged
print(merges, words.most_common(2))
chain = defaultdict(Counter)
for a, b in zip(corpus, corpus[1:]):
    chain[a][b] += 1
print({k: dict(v) for k, v in chain.items()}, chain["low"].most_common(1))
rng, word, out = random.Random(4), "low", []
for _ in range(8):
    out.append(word)
    options = chain[word] or Counter(["low"])
    word = rng.choices(list(options), weights=options.values())[0]
print(out)
heap = [(-n, w) for w, n in Counter(corpus).items()]
heapq.heapify(heap)
print([heapq.heappop(heap) for _ in range(3)], heapq.nlargest(2, Counter("mississippi").items(), key=lambda kv: (kv[1], kv[0])))
recent = deque(maxlen=4)
trace = []
for w in corpus:
    recent.append(w)
    trace.append(len(set(recent)))
print(trace, recent, Counter(map(len, corpus)) - Counter({3: 2}), sum((Counter(w) for w in corpus[:2]), Counter()))


def huffman(text):
    heap = [[n, i, (c, "")] for i, (c, n) in enumerate(sorted(Counter(text).items()))]
    heapq.heapify(heap)
    tick = len(heap)
    while len(heap) > 1:
        low, high = heapq.heappop(heap), heapq.heappop(heap)
        heapq.heappush(heap, [low[0] + high[0], tick, *((c, "0" + code) for c, code in low[2:]), *((c, "1" + code) for c, code in high[2:])])
        tick += 1
    return dict(sorted(heap[0][2:], key=lambda p: (len(p[1]), p)))


codes = huffman("abracadabra")
print(codes, len("".join(codes[c] for c in "abracadabra")))

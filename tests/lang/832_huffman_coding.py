"""Huffman codes: the tree, the table, bits as bytes and back, the bound of the entropy."""
import heapq, math
from collections import Counter
from itertools import count

def build(frequencies):
    order = count()
    heap = [(n, next(order), symbol) for symbol, n in sorted(frequencies.items())]
    heapq.heapify(heap)
    while len(heap) > 1:
        n1, _, a = heapq.heappop(heap)
        n2, _, b = heapq.heappop(heap)
        heapq.heappush(heap, (n1 + n2, next(order), (a, b)))
    return heap[0][2]

def codes(tree, prefix=""):
    match tree:
        case (left, right):
            yield from codes(left, prefix + "0")
            yield from codes(right, prefix + "1")
        case symbol:
            yield symbol, prefix or "0"

def pack(bits):
    padded = bits + "0" * (-len(bits) % 8)
    return len(bits), int(padded or "0", 2).to_bytes(len(padded) // 8, "big")

def unpack(packed):
    n, data = packed
    return "".join(f"{byte:08b}" for byte in data)[:n]

def decode(bits, tree):
    out, node = [], tree
    for bit in bits:
        node = node[int(bit)] if isinstance(node, tuple) else node
        if not isinstance(node, tuple):
            out.append(node)
            node = tree
    if node is not tree:
        raise EOFError(f"{len(out)} symbols, then half a code")
    return "".join(out)

for text in ("abracadabra", "she sells sea shells", "aaaa", "été à Paris"):
    frequencies = Counter(text)
    tree = build(frequencies)
    table = dict(codes(tree))
    bits = "".join(table[c] for c in text)
    packed = pack(bits)
    entropy = -sum(n / len(text) * math.log2(n / len(text)) for n in frequencies.values()) or 0.0
    print(repr(text), len(bits), packed[0], packed[1].hex(" ", 2))
    for symbol, code in sorted(table.items(), key=lambda kv: (len(kv[1]), kv[1])):
        print(f"   {symbol!r}: {code:<6} x{frequencies[symbol]}", end="")
    print()
    print(f"   {entropy:.4f} <= {len(bits) / len(text):.4f}", entropy <= len(bits) / len(text) < entropy + 1)
    print("  ", decode(unpack(packed), tree) == text)
    if len(table) > 1:
        longest = max(table.values(), key=len)
        try:
            decode(bits + longest[:-1], tree)
        except EOFError as error:
            print("  ", error)
print(build(Counter("ab")), build(Counter("aab c")), sum(2.0 ** -len(c) for c in table.values()))

values = [0, 1, -2, True, 2.7, -0.0, 1e20, "12", " 7 ", "3.5", "abc", "", b"12", None, [1, 2], (3,), {4: 5}, {6}, range(2), 1j, "1j", "0x10", [("a", 1)], "ab", frozenset(), bytearray(b"8"), ["ab", "cd"]]
kinds = [int, float, complex, str, bool, list, tuple, set, dict, bytes, frozenset, repr, bytearray, abs, len, hash, sorted, sum, max]
for v in values:
    row = []
    for k in kinds:
        if k is hash and isinstance(v, (str, bytes, frozenset, range)) or v in (None, "") or isinstance(v, tuple): continue
        try: row.append(f"{k.__name__}={k(v)!r}" if k not in (set, frozenset) else f"{k.__name__}={sorted(map(repr, k(v)))}")
        except Exception as e: row.append(f"{k.__name__}!{type(e).__name__}: {e}")
    print(repr(v), *row, sep="\n   ")

def rle(s):
    out, i = [], 0
    while i < len(s):
        j = i
        while j < len(s) and s[j] == s[i]:
            j += 1
        out.append(f"{j - i}{s[i]}" if j - i > 1 else s[i])
        i = j
    return "".join(out)
def unrle(s):
    out, n = "", ""
    for c in s:
        if c.isdigit():
            n += c
        else:
            out += c * int(n or 1)
            n = ""
    return out
for s in ("aaabccdddd", "abc", "", "zzzzzzzzzzzz", "ééé日日"):
    print(repr(s), rle(s), unrle(rle(s)) == s)
def is_palindrome(s):
    s = "".join(c for c in s.casefold() if c.isalnum())
    return s == s[::-1]
print([is_palindrome(s) for s in ("A man, a plan, a canal: Panama", "hello", "", "Ésope reste ici et se repose", "No lemon, no melon")])
def anagrams(words):
    groups = {}
    for w in words:
        groups.setdefault("".join(sorted(w)), []).append(w)
    return [g for g in groups.values() if len(g) > 1]
print(anagrams(["listen", "silent", "enlist", "google", "elgoog", "abc"]))
def longest_common_prefix(words):
    prefix = words[0]
    for w in words[1:]:
        while not w.startswith(prefix):
            prefix = prefix[:-1]
    return prefix
print(longest_common_prefix(["layer.0.attn", "layer.0.mlp", "layer.1"]), repr(longest_common_prefix(["a", "b"])))
def compress(s):
    best = s
    for n in range(1, len(s) // 2 + 1):
        if len(s) % n == 0 and s[:n] * (len(s) // n) == s:
            return f"{len(s) // n}({s[:n]})"
    return best
print(compress("abababab"), compress("abcab"), compress("xx"))

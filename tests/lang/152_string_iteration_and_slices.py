s = 'héllo wörld'
print(s[::-1], s[1:4], s[-3:], s[::2], s[8:2:-2], s[100:], s[:-100], s[:], len(s), s[4], s[-1], [c for c in s if c not in 'aeiou '])
print(list(enumerate(s[:3])), list(zip(s, s[1:]))[:3], {c: s.count(c) for c in sorted(set(s))}, ''.join(sorted(s)).strip(), max(s), min(s))
for f in (lambda: s[20], lambda: s['a'], lambda: s[1.0], lambda: s[None], lambda: s[::0]):
    try: print(f())
    except (IndexError, TypeError, ValueError) as e: print(type(e).__name__, e)
print('ab' < 'abc', 'B' < 'a', 'é' > 'z', 'a' * 3, 'a' * 0, 'a' * -1, 'lo w' in s, 'x' not in s, '' in s)

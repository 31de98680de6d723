text = """It was the best of times, it was the worst of times,
it was the age of wisdom, it was the age of foolishness"""
words = [w.strip('.,').lower() for w in text.split()]
count = {}
for w in words: count[w] = count.get(w, 0) + 1
for w, n in sorted(count.items(), key=lambda kv: (-kv[1], kv[0]))[:5]: print(f'{w:<8}{n:>3} {"#" * n}')
print(len(words), len(set(words)), max(words, key=len), text.count('\n'), [len(l) for l in text.splitlines()])
by_len = {}
for w in sorted(set(words)): by_len.setdefault(len(w), []).append(w)
print({k: by_len[k] for k in sorted(by_len)})
def caesar(s, k): return ''.join(chr((ord(c) - b + k) % 26 + b) if c.isalpha() and (b := 65 if c.isupper() else 97) else c for c in s)
print(caesar('Hello, World!', 3), caesar(caesar('Hello, World!', 3), -3))
def rle(s):
    out, i = [], 0
    while i < len(s):
        j = i
        while j < len(s) and s[j] == s[i]: j += 1
        out.append(f'{j - i}{s[i]}' if j - i > 1 else s[i])
        i = j
    return ''.join(out)
print(rle('aaabbc'), rle(''), rle('xyzzz'))
def roman(n):
    out = ''
    for v, s in ((1000, 'M'), (900, 'CM'), (500, 'D'), (400, 'CD'), (100, 'C'), (90, 'XC'), (50, 'L'), (40, 'XL'), (10, 'X'), (9, 'IX'), (5, 'V'), (4, 'IV'), (1, 'I')):
        q, n = divmod(n, v)
        out += s * q
    return out
def unroman(s):
    v = dict(zip('IVXLCDM', (1, 5, 10, 50, 100, 500, 1000)))
    return sum(-v[a] if b and v[a] < v[b] else v[a] for a, b in zip(s, [*s[1:], '']))
print([roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024)], all(unroman(roman(n)) == n for n in range(1, 500)))
pal = lambda s: (c := [x.lower() for x in s if x.isalnum()]) == c[::-1]
print(pal('A man, a plan, a canal: Panama'), pal('nope'))
groups = {}
for w in ['eat', 'tea', 'tan', 'ate', 'nat', 'bat']: groups.setdefault(''.join(sorted(w)), []).append(w)
print(list(groups.values()))
def wrap(s, n):
    lines, cur = [], ''
    for w in s.split():
        if len(cur) + len(w) + bool(cur) > n: lines.append(cur); cur = w
        else: cur += ' ' * bool(cur) + w
    return lines + [cur]
for l in wrap('The quick brown fox jumps over the lazy dog', 16): print(f'|{l:<16}|{l:^16}|{l:>16}|')
csv = 'name,age\n"Smith, J",42\nbob,7'
def parse(line):
    out, cur, q = [], '', False
    for c in line:
        if c == '"': q = not q
        elif c == ',' and not q: out.append(cur); cur = ''
        else: cur += c
    return out + [cur]
head, *rows = map(parse, csv.split('\n'))
print([dict(zip(head, r)) for r in rows])
print('-'.join('abc'), 'a1b2'.translate(str.maketrans('ab', 'xy', '12')), 'camelCaseString'.replace('C', '_c').replace('S', '_s'), ''.join('_' + c.lower() if c.isupper() else c for c in 'camelCaseString'), ' '.join(w.capitalize() for w in 'snake_case_word'.split('_')), 'x'.join(['']), 'tacocat' == 'tacocat'[::-1])
template = 'Dear {name},\nyou owe {amount:.2f} {currency!r}.'
print(template.format(name='Bob', amount=12.5, currency='EUR'))

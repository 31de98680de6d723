"""Compare Glassbox's tokenizer with the tokenizers library over random and nasty strings.

    tokenizer_check.py PROGRAM FOLDER_OR_FILE... [-n COUNT]

PROGRAM is the tokenizer_check test program: it reads requests on stdin and answers a line of JSON each.
FOLDER holds a tokenizer.json; a .gguf file is read through transformers."""
import json
import os
import random
import subprocess
import sys

NASTY = [
    "", " ", "  ", "\n", "\r\n", "\t\t x", "Hello, world!", " leading", "trailing ", "a  b   c    d",
    "don't won't we'll it's I'VE", "naïve café — 東京 🙂", "👨‍👩‍👧‍👦 family", "e\u0301 é ﬁ ½ ①", "İstanbul ǅ ß",
    "\x00\x01\x7f\x80", "\u200b\u200d\ufeff\u2028\u2029\u180e\u0085\u00a0\u3000", "1234567890 ١٢٣ ⅷ ²³",
    "a" * 500, " " * 300 + "x", "\n" * 50, "!" * 100, "<|endoftext|>x<|im_start|>y <|im_end|>", "<mask>  <mask> a<s>b</s>",
    "한국어 조선말 \u1100\u1161\u11a8", "हिन्दी தமிழ் ไทย", "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 \U0010ffff", "ſt's 'S 'ſ", "<|endof<|endoftext|>text|>",
    "def f(x):\n    return x**2  # 1234567", "\ud7ff\ue000\ufffd\uffff", "Ġthe Ċ Ā", "▁x ▁▁", "[UNK] [CLS]a[SEP] ##ing",
]
POOLS = [
    "abcdefghijklmnopqrstuvwxyz     ", " \t\n\r\x0b\x0c\u00a0\u2003\u3000", "0123456789.,:;!?'\"-_()[]{}<>|/\\@#$%^&*+=~`",
    "éèêëñçßøåæœ", "абвгдежз", "日本語中文字符", "😀😃🎉🚀👍🏽❤️", "\u0300\u0301\u0308\u0327\u20d0\ufe0f", "אבגדה ابتثج", "'s't'll're've'm'd",
]


def strings(rng, count, special):
    yield from NASTY
    for _ in range(count):
        n = rng.choice([1, 2, 3, 5, 8, 20, 60, 200])
        mode = rng.random()
        out = []
        for _ in range(n):
            if mode < 0.25:
                c = rng.randrange(0x110000)
                out.append(chr(c) if not 0xD800 <= c < 0xE000 else "x")
            elif mode < 0.4:
                out.append(chr(rng.randrange(0x250)))
            elif mode < 0.5:
                c = rng.randrange(0x3000)
                out.append(chr(c))
            elif rng.random() < 0.03 and special:
                out.append(rng.choice(special))
            else:
                out.append(rng.choice(rng.choice(POOLS)))
        yield "".join(out)


def load(path):
    from tokenizers import Tokenizer
    if os.path.isdir(path):
        return Tokenizer.from_file(os.path.join(path, "tokenizer.json"))
    if path.endswith(".gguf"):
        from transformers import AutoTokenizer
        return AutoTokenizer.from_pretrained(os.path.dirname(path), gguf_file=os.path.basename(path))._tokenizer
    return Tokenizer.from_file(path)


def check(program, path, count):
    reference = load(path)
    special = [t.content for t in reference.get_added_tokens_decoder().values()]
    rng = random.Random(7)
    p = subprocess.Popen([program, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def ask(data):
        p.stdin.write(data)
        p.stdin.flush()
        return json.loads(p.stdout.readline())

    wrong = {"ids": 0, "offsets": 0, "words": 0, "types": 0, "decode": 0, "skip": 0, "pair": 0, "random ids": 0}
    total = 0
    shown = 0
    previous = "x"
    for text in strings(rng, count, special):
        total += 1
        raw = text.encode()
        got = ask(b"E %d\n" % len(raw) + raw)
        want = reference.encode(text)
        bad = []
        if got.get("ids") != want.ids:
            bad.append("ids")
        else:
            if [tuple(x) for x in got["off"]] != want.offsets:
                bad.append("offsets")
            if [None if w < 0 else w for w in got["w"]] != want.word_ids:
                bad.append("words")
            if got["t"] != want.type_ids:
                bad.append("types")
        for key, skip in (("decode", False), ("skip", True)):
            text_got = ask(b"%s %d %s\n" % (b"S" if skip else b"D", len(want.ids), " ".join(map(str, want.ids)).encode()))
            if text_got != reference.decode(want.ids, skip_special_tokens=skip):
                bad.append(key)
        other = previous.encode()
        pair = ask(b"P %d %d\n" % (len(raw), len(other)) + raw + other)
        want_pair = reference.encode(text, previous)
        if pair.get("ids") != want_pair.ids or pair.get("t") != want_pair.type_ids:
            bad.append("pair")
        ids = [rng.randrange(reference.get_vocab_size()) for _ in range(rng.randrange(12))]
        if ask(b"D %d %s\n" % (len(ids), " ".join(map(str, ids)).encode())) != reference.decode(ids, skip_special_tokens=False):
            bad.append("random ids")
        for b in bad:
            wrong[b] += 1
        if [b for b in bad if b not in ("words",)] and shown < 6:
            shown += 1
            print("  ", bad, repr(text)[:150])
            if "ids" in bad:
                print("     got ", got if "err" in got else got["ids"][:20])
                print("     want", want.ids[:20], want.tokens[:20])
            elif "offsets" in bad:
                print("     got ", got["off"][:16])
                print("     want", want.offsets[:16])
        previous = text[:40]
    p.stdin.close()
    p.wait()
    print(os.path.basename(path), total, {k: v for k, v in wrong.items() if v} or "all equal", "exit", p.returncode)
    return not any(wrong.values()) and p.returncode == 0


def main():
    args = sys.argv[1:]
    count = 2000
    if "-n" in args:
        i = args.index("-n")
        count = int(args[i + 1])
        del args[i : i + 2]
    ok = [check(args[0], path, count) for path in args[1:]]
    sys.exit(not all(ok))


main()

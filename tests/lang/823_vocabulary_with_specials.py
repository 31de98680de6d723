"""A tokenizer with special tokens: greedy longest match, offsets, padding, batches."""
class Tokenizer:
    SPECIAL = ("<pad>", "<unk>", "<bos>", "<eos>")

    def __init__(self, pieces):
        self.pieces = [*self.SPECIAL, *sorted(set(pieces) - set(self.SPECIAL), key=lambda p: (-len(p), p))]
        self.ids = {p: i for i, p in enumerate(self.pieces)}
        for name in self.SPECIAL:
            setattr(self, name.strip("<>") + "_id", self.ids[name])

    def __len__(self):
        return len(self.pieces)

    def encode(self, text, bos=True, eos=False):
        ids, offsets, at = [], [], 0
        while at < len(text):
            for piece in self.pieces[4:]:
                if text.startswith(piece, at):
                    break
            else:
                piece = text[at]
            ids.append(self.ids.get(piece, self.unk_id))
            offsets.append((at, at + len(piece)))
            at += len(piece)
        return [self.bos_id] * bos + ids + [self.eos_id] * eos, offsets

    def decode(self, ids, skip_special=True):
        return "".join(self.pieces[i] for i in ids if not (skip_special and i < len(self.SPECIAL)))

    def batch(self, texts, side="left"):
        rows = [self.encode(t)[0] for t in texts]
        width = max(map(len, rows), default=0)
        fill = [[self.pad_id] * (width - len(r)) for r in rows]
        ids = [f + r if side == "left" else r + f for f, r in zip(fill, rows)]
        return {"input_ids": ids, "attention_mask": [[int(i != self.pad_id) for i in r] for r in ids]}

t = Tokenizer(["the", "there", "he", "re", " ", "is", "s", "e", "r", "t", "h", "i", "naïve", "é"])
print(len(t), t.pieces, t.pad_id, t.unk_id, t.bos_id, t.eos_id)
for text in ("there is the", "he sees", "naïve thé", "", "日本 is"):
    ids, offsets = t.encode(text, eos=True)
    print(repr(text), ids, [text[a:b] for a, b in offsets])
    print("   ", repr(t.decode(ids)), t.decode(ids, skip_special=False), t.decode(ids) == text)
for side in ("left", "right"):
    for key, rows in t.batch(["the", "there is", "s"], side).items():
        print(side, key, *rows, sep="\n  ")
print(t.batch([]), t.batch([""]))
try:
    t.decode([99])
except IndexError as error:
    print(error)
counts = {p: sum(p in w for w in ("there", "these", "hers")) for p in t.pieces[4:]}
print({k: v for k, v in counts.items() if v}, vars(t).keys() - {"ids", "pieces"} == {"pad_id", "unk_id", "bos_id", "eos_id"})

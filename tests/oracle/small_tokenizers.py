"""Write small tokenizers of every kind, for tests.

    small_tokenizers.py DIR            DIR/NAME/tokenizer.json
    small_tokenizers.py DIR --golden   and DIR/NAME/expected.json: ids, offsets and decoded text of some strings"""
import json
import os
import sys

from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers

TEXT = """the river runs past the old mill and under the stone bridge
naïve café déjà vu Ångström İstanbul straße
def add(a, b): return a + b  # 1234567 !!
don't won't it's WE'LL
日本語 한국어 中文 हिन्दी emoji 🙂🎉
one two three 1 22 333 4444
""".split("\n") * 3


def byte_level(pre, special, size=330, **model):
    t = Tokenizer(models.BPE(**model))
    t.pre_tokenizer = pre
    t.decoder = decoders.ByteLevel()
    t.train_from_iterator(TEXT, trainers.BpeTrainer(vocab_size=size, special_tokens=special, initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False))
    return t


def all_tokenizers():
    t = byte_level(pre_tokenizers.ByteLevel(add_prefix_space=True), ["<s>", "</s>"])
    t.post_processor = processors.RobertaProcessing(("</s>", 1), ("<s>", 0))
    t.add_tokens([AddedToken("river", single_word=True), AddedToken(" mill ", normalized=False), AddedToken("<m>", lstrip=True, rstrip=True, special=True)])
    yield "roberta", t

    llama3 = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
    t = byte_level(pre_tokenizers.Sequence([pre_tokenizers.Split(Regex(llama3), "isolated"), pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)]), ["<|b|>"], ignore_merges=True)
    t.post_processor = processors.Sequence([processors.ByteLevel(trim_offsets=False), processors.TemplateProcessing(single="<|b|> $A", pair="<|b|> $A <|b|> $B:1", special_tokens=[("<|b|>", 0)])])
    yield "llama3", t

    t = byte_level(pre_tokenizers.Sequence([pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.Punctuation("contiguous"), pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=True)]), ["<s>"])
    t.normalizer = normalizers.Sequence([normalizers.NFC(), normalizers.Replace(Regex(r"\s{3,}"), "  ")])
    t.post_processor = processors.ByteLevel(trim_offsets=True)
    t.add_tokens(["  ", AddedToken("Café", normalized=True)])
    yield "nfc-digits", t

    t = Tokenizer(models.BPE(unk_token="<unk>", fuse_unk=True, byte_fallback=True))
    t.normalizer = normalizers.Sequence([normalizers.Prepend("▁"), normalizers.Replace(" ", "▁")])
    t.decoder = decoders.Sequence([decoders.Replace("▁", " "), decoders.ByteFallback(), decoders.Fuse(), decoders.Strip(" ", 1, 0)])
    t.train_from_iterator(TEXT[:3], trainers.BpeTrainer(vocab_size=400, special_tokens=["<unk>", "<s>", "</s>"] + [f"<0x{i:02X}>" for i in range(256)], show_progress=False))
    t.post_processor = processors.TemplateProcessing(single="<s> $A", pair="<s> $A <s> $B:1", special_tokens=[("<s>", 1)])
    yield "llama2", t

    t = Tokenizer(models.BPE(unk_token="<unk>", fuse_unk=False))
    t.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="first", split=True)
    t.decoder = decoders.Metaspace(prepend_scheme="first")
    t.train_from_iterator(TEXT[:2], trainers.BpeTrainer(vocab_size=120, special_tokens=["<unk>", "<s>"], show_progress=False))
    yield "metaspace", t

    t = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    t.normalizer = normalizers.BertNormalizer()
    t.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    t.decoder = decoders.WordPiece()
    t.train_from_iterator(TEXT, trainers.WordPieceTrainer(vocab_size=200, special_tokens=["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"], show_progress=False))
    t.post_processor = processors.BertProcessing(("[SEP]", 3), ("[CLS]", 2))
    yield "bert", t

    t = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    t.normalizer = normalizers.Sequence([normalizers.NFKD(), normalizers.StripAccents(), normalizers.Lowercase(), normalizers.Strip()])
    t.pre_tokenizer = pre_tokenizers.Sequence([pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Punctuation()])
    t.decoder = decoders.WordPiece(cleanup=False)
    t.train_from_iterator(TEXT, trainers.WordPieceTrainer(vocab_size=150, special_tokens=["[UNK]"], show_progress=False))
    yield "wordpiece-nfkd", t

    t = Tokenizer(models.Unigram())
    t.normalizer = normalizers.NFKC()
    t.pre_tokenizer = pre_tokenizers.Metaspace()
    t.decoder = decoders.Metaspace()
    t.train_from_iterator(TEXT, trainers.UnigramTrainer(vocab_size=140, special_tokens=["<unk>", "</s>"], unk_token="<unk>", show_progress=False))
    t.post_processor = processors.TemplateProcessing(single="$A </s>", pair="$A </s> $B </s>", special_tokens=[("</s>", 1)])
    yield "unigram", t

    t = Tokenizer(models.WordLevel(unk_token="[UNK]"))
    t.normalizer = normalizers.Lowercase()
    t.pre_tokenizer = pre_tokenizers.Whitespace()
    t.train_from_iterator(TEXT, trainers.WordLevelTrainer(special_tokens=["[UNK]"], show_progress=False))
    yield "wordlevel", t

    t = Tokenizer(models.BPE(unk_token="<unk>", end_of_word_suffix="</w>"))
    t.normalizer = normalizers.Sequence([normalizers.NFC(), normalizers.Replace(Regex(r"\s+"), " "), normalizers.Lowercase()])
    t.pre_tokenizer = pre_tokenizers.Split(Regex(r"'s|'t|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+"), "removed", invert=True)
    t.decoder = decoders.BPEDecoder(suffix="</w>")
    t.train_from_iterator(TEXT, trainers.BpeTrainer(vocab_size=160, special_tokens=["<unk>"], end_of_word_suffix="</w>", show_progress=False))
    yield "clip", t

    t = Tokenizer(models.BPE(unk_token="<unk>", fuse_unk=True, byte_fallback=True))
    t.normalizer = normalizers.Replace(" ", "▁")
    t.pre_tokenizer = pre_tokenizers.Split(" ", "merged_with_previous")
    t.decoder = decoders.Sequence([decoders.Replace("▁", " "), decoders.ByteFallback(), decoders.Fuse()])
    t.train_from_iterator(TEXT[:3], trainers.BpeTrainer(vocab_size=380, special_tokens=["<pad>", "<eos>", "<bos>", "<unk>"] + [f"<0x{i:02X}>" for i in range(256)], show_progress=False))
    yield "gemma", t


STRINGS = [
    "", " ", "the river runs", "  two  spaces ", "naïve café", "e\u0301 İ ﬁ", "日本語 🙂", "don't IT'S", "a\n\n b\t", "1234567", "<s>the</s> <m> x", "river rivers mill ",
    "[CLS] a [SEP]", "!!?? --", "\u200b\u00a0\u3000x", "unseen ωord ж",
]


def expected(t):
    rows = []
    for text in STRINGS:
        e = t.encode(text)
        rows.append({"text": text, "ids": e.ids, "offsets": [list(o) for o in e.offsets], "types": e.type_ids,
                     "decoded": t.decode(e.ids, skip_special_tokens=False), "skipped": t.decode(e.ids, skip_special_tokens=True),
                     "pair": t.encode(text, "the mill").ids})
    return rows


def main():
    for name, t in all_tokenizers():
        folder = os.path.join(sys.argv[1], name)
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, "tokenizer.json"), "w") as f:
            json.dump(json.loads(t.to_str()), f, ensure_ascii=False, separators=(",", ":"))
        if "--golden" in sys.argv:
            with open(os.path.join(folder, "expected.json"), "w") as f:
                rows = (json.dumps(r, ensure_ascii=False) for r in expected(t))
                f.write("[\n" + ",\n".join(rows) + "\n]\n")


if __name__ == "__main__":
    main()

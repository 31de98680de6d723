#!/usr/bin/env python3
"""The models that programs of tests/parity name: small, random, the same everywhere.

    tests/models.py FOLDER

FOLDER gets tiny-gpt2, tiny-llama, tiny-neox and tiny-bert: checkpoints as transformers writes them, made with
nothing but Python's own library. A weight depends on the model's and the parameter's name alone. Below broken/ are
copies of tiny-gpt2, each with one thing wrong.
"""

import collections
import json
import pathlib
import random
import re
import shutil
import struct
import sys
import zlib

from checkpoint import byte_characters, safetensors

WIDTH, HEADS, LAYERS, CONTEXT, WORDS = 32, 4, 4, 128, 420

TEXT = """
The old lighthouse keeper climbed the stairs and lit the lamp before the storm came in.
Tom gave the book to Lucy, and Lucy gave the book to the teacher of the school.
When Tom and Lucy went to the garden, Tom found a stone and gave the stone to Lucy.
When Sara and Paul went to the station, Paul bought a ticket and gave the ticket to Sara.
The bridge stands in the city of London, and the temple stands in the city of Athens.
The capital of Greece is Athens. The capital of England is London. The capital of Norway is Oslo.
The opposite of tall is short, the opposite of fast is slow, the opposite of old is young.
One two three four five six seven eight nine ten. Monday Tuesday Wednesday Thursday Friday Saturday Sunday.
I liked this book, the story was lovely and the end was wonderful. I hated this book, the end was dull.
apple pear plum grape lemon apple pear plum grape lemon red green blue yellow red green blue yellow
A layer reads the stream, an attention head moves what it found, and the next layer reads it again.
0 1 2 3 4 5 6 7 8 9 10 20 30 100 2024 def add(a, b): return a + b    for i in range(10): print(i)
"""

# --- tokenizers: byte-level BPE, trained here ---


def join(word, pair):
    """The word with every such pair as one piece."""
    out, i = [], 0
    while i < len(word):
        found = tuple(word[i : i + 2]) == pair
        out.append(word[i] + word[i + 1] if found else word[i])
        i += 1 + found
    return out


def merges(count):
    """The pairs that occur most, one after the other; of equally frequent ones the first by name."""
    characters = byte_characters()
    words = collections.Counter(re.findall(r" ?[A-Za-z]+| ?[0-9]+| ?[^\sA-Za-z0-9]+|\s+", TEXT))
    pieces = [([characters[b] for b in word.encode()], n) for word, n in words.items()]
    out = []
    for _ in range(count):
        pairs = collections.Counter()
        for word, n in pieces:
            for pair in zip(word, word[1:]):
                pairs[pair] += n
        best = min(pairs, key=lambda p: (-pairs[p], p))
        out.append(best)
        pieces = [(join(word, best), n) for word, n in pieces]
    return out


def added(token, number, **more):
    return {"id": number, "content": token, "single_word": False, "lstrip": False, "rstrip": False,
            "normalized": False, "special": True, **more}


def around(start, end, ids):
    """A post-processor that puts `start` and `end` (or None) around every text."""
    def piece(token):
        return {"SpecialToken": {"id": token, "type_id": 0}}

    def sequence(name, kind):
        return {"Sequence": {"id": name, "type_id": kind}}

    tail = [piece(end)] if end else []
    return {"type": "TemplateProcessing", "single": [piece(start), sequence("A", 0), *tail],
            "pair": [piece(start), sequence("A", 0), *tail, sequence("B", 1), *tail],
            "special_tokens": {t: {"id": t, "ids": [ids[t]], "tokens": [t]} for t in (start, end) if t}}


def tokenizer(special, start=None, end=None):
    characters = sorted(byte_characters().values())
    pairs = merges(WORDS - len(special) - len(characters))
    vocabulary = {t: i for i, t in enumerate([*special, *characters, *(a + b for a, b in pairs)])}
    level = {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": False, "use_regex": True}
    model = {"type": "BPE", "dropout": None, "unk_token": None, "continuing_subword_prefix": None,
             "end_of_word_suffix": None, "fuse_unk": False, "byte_fallback": False, "ignore_merges": False,
             "vocab": vocabulary, "merges": [list(pair) for pair in pairs]}
    tokens = [added(t, i, lstrip=t == "<mask>") for i, t in enumerate(special)]
    return {"version": "1.0", "truncation": None, "padding": None, "added_tokens": tokens, "normalizer": None,
            "pre_tokenizer": level, "post_processor": around(start, end, vocabulary) if start else level,
            "decoder": level, "model": model}


# --- checkpoints ---


def linear(name, out, inner, bias=True):
    yield f"{name}.weight", (out, inner)
    if bias:
        yield f"{name}.bias", (out,)


def norm(name, bias=True):
    yield f"{name}.weight", (WIDTH,)
    if bias:
        yield f"{name}.bias", (WIDTH,)


def gpt2():
    yield "transformer.wte.weight", (WORDS, WIDTH)
    yield "transformer.wpe.weight", (CONTEXT, WIDTH)
    for i in range(LAYERS):
        block = f"transformer.h.{i}"
        yield from norm(f"{block}.ln_1")
        yield from norm(f"{block}.ln_2")
        for name, inner, out in (("attn.c_attn", WIDTH, 3 * WIDTH), ("attn.c_proj", WIDTH, WIDTH),
                                 ("mlp.c_fc", WIDTH, 4 * WIDTH), ("mlp.c_proj", 4 * WIDTH, WIDTH)):
            yield f"{block}.{name}.weight", (inner, out)  # Conv1D: the other way round
            yield f"{block}.{name}.bias", (out,)
    yield from norm("transformer.ln_f")


def llama():
    yield "model.embed_tokens.weight", (WORDS, WIDTH)
    for i in range(LAYERS):
        block = f"model.layers.{i}"
        yield from norm(f"{block}.input_layernorm", bias=False)
        yield from norm(f"{block}.post_attention_layernorm", bias=False)
        for name, out in (("q", WIDTH), ("k", WIDTH // 2), ("v", WIDTH // 2), ("o", WIDTH)):
            yield from linear(f"{block}.self_attn.{name}_proj", out, WIDTH, bias=False)
        yield from linear(f"{block}.mlp.gate_proj", 80, WIDTH, bias=False)
        yield from linear(f"{block}.mlp.up_proj", 80, WIDTH, bias=False)
        yield from linear(f"{block}.mlp.down_proj", WIDTH, 80, bias=False)
    yield from norm("model.norm", bias=False)
    yield "lm_head.weight", (WORDS, WIDTH)


def neox():
    yield "gpt_neox.embed_in.weight", (WORDS, WIDTH)
    for i in range(LAYERS):
        block = f"gpt_neox.layers.{i}"
        yield from norm(f"{block}.input_layernorm")
        yield from norm(f"{block}.post_attention_layernorm")
        yield from linear(f"{block}.attention.query_key_value", 3 * WIDTH, WIDTH)
        yield from linear(f"{block}.attention.dense", WIDTH, WIDTH)
        yield from linear(f"{block}.mlp.dense_h_to_4h", 4 * WIDTH, WIDTH)
        yield from linear(f"{block}.mlp.dense_4h_to_h", WIDTH, 4 * WIDTH)
    yield from norm("gpt_neox.final_layer_norm")
    yield "embed_out.weight", (WORDS, WIDTH)


def bert():
    yield "bert.embeddings.word_embeddings.weight", (WORDS, WIDTH)
    yield "bert.embeddings.position_embeddings.weight", (CONTEXT, WIDTH)
    yield "bert.embeddings.token_type_embeddings.weight", (2, WIDTH)
    yield from norm("bert.embeddings.LayerNorm")
    for i in range(LAYERS):
        block = f"bert.encoder.layer.{i}"
        for name in ("query", "key", "value"):
            yield from linear(f"{block}.attention.self.{name}", WIDTH, WIDTH)
        yield from linear(f"{block}.attention.output.dense", WIDTH, WIDTH)
        yield from norm(f"{block}.attention.output.LayerNorm")
        yield from linear(f"{block}.intermediate.dense", 64, WIDTH)
        yield from linear(f"{block}.output.dense", WIDTH, 64)
        yield from norm(f"{block}.output.LayerNorm")
    yield from linear("cls.predictions.transform.dense", WIDTH, WIDTH)
    yield from norm("cls.predictions.transform.LayerNorm")
    yield "cls.predictions.bias", (WORDS,)


def values(name, path, shape):
    """Matrices wide enough that no output is degenerate; norms near one."""
    numbers = random.Random(zlib.crc32(f"{name}/{path}".encode()))
    wide = any(s in path for s in ("embed", "wte", "wpe", "lm_head"))
    near, scale = (0.0, 0.4 if wide else 0.2) if len(shape) > 1 else (0.0 if path.endswith("bias") else 1.0, 0.1)
    count = shape[0] * (shape[1] if len(shape) > 1 else 1)
    return [near + scale * numbers.gauss(0.0, 1.0) for _ in range(count)]


END = {"special": ["<|endoftext|>"], "bos_token": "<|endoftext|>", "eos_token": "<|endoftext|>"}
MODELS = {
    "tiny-gpt2": (gpt2, END, {
        "architectures": ["GPT2LMHeadModel"], "model_type": "gpt2", "n_layer": LAYERS, "n_embd": WIDTH, "n_head": HEADS,
        "n_positions": CONTEXT, "n_inner": 4 * WIDTH, "bos_token_id": 0, "eos_token_id": 0}),
    "tiny-llama": (llama, {
        "special": ["<|begin|>", "<|end|>", "<|user|>", "<|bot|>"], "start": "<|begin|>", "bos_token": "<|begin|>",
        "eos_token": "<|end|>"}, {
        "architectures": ["LlamaForCausalLM"], "model_type": "llama", "num_hidden_layers": LAYERS,
        "hidden_size": WIDTH, "intermediate_size": 80, "num_attention_heads": HEADS, "num_key_value_heads": 2,
        "max_position_embeddings": CONTEXT, "rms_norm_eps": 1e-5, "bos_token_id": 0, "eos_token_id": 1,
        "tie_word_embeddings": False, "hidden_act": "silu"}),
    "tiny-neox": (neox, END, {
        "architectures": ["GPTNeoXForCausalLM"], "model_type": "gpt_neox", "num_hidden_layers": LAYERS,
        "hidden_size": WIDTH, "intermediate_size": 4 * WIDTH, "num_attention_heads": HEADS,
        "max_position_embeddings": CONTEXT, "rotary_pct": 0.25, "bos_token_id": 0, "eos_token_id": 0}),
    "tiny-bert": (bert, {
        "special": ["<s>", "<pad>", "</s>", "<unk>", "<mask>"], "start": "<s>", "end": "</s>", "cls_token": "<s>",
        "sep_token": "</s>", "pad_token": "<pad>", "unk_token": "<unk>", "mask_token": "<mask>"}, {
        "architectures": ["BertForMaskedLM"], "model_type": "bert", "num_hidden_layers": LAYERS, "hidden_size": WIDTH,
        "intermediate_size": 64, "num_attention_heads": HEADS, "max_position_embeddings": CONTEXT, "pad_token_id": 1}),
}


def write(folder):
    """Makes what is not there yet."""
    for name, (shapes, tokens, config) in MODELS.items():
        out = pathlib.Path(folder) / name
        if (out / "tokenizer_config.json").exists():
            continue
        out.mkdir(parents=True, exist_ok=True)
        tokens = dict(tokens)
        made = tokenizer(tokens.pop("special"), tokens.pop("start", None), tokens.pop("end", None))
        (out / "model.safetensors").write_bytes(safetensors(
            ((path, shape, values(name, path, shape)) for path, shape in shapes()), __metadata__={"format": "pt"}))
        (out / "config.json").write_text(json.dumps({**config, "vocab_size": WORDS, "torch_dtype": "float32"}))
        (out / "tokenizer.json").write_text(json.dumps(made))
        (out / "tokenizer_config.json").write_text(json.dumps(
            {"tokenizer_class": "PreTrainedTokenizerFast", "model_max_length": CONTEXT, **tokens}))


# --- checkpoints that are not what they should be ---


def header_changed(file, change):
    """Rewrites the header of a safetensors file; the data stays."""
    data = file.read_bytes()
    size = struct.unpack("<Q", data[:8])[0]
    header = json.loads(data[8 : 8 + size])
    change(header)
    text = json.dumps(header).encode()
    file.write_bytes(struct.pack("<Q", len(text)) + text + data[8 + size :])


def config_changed(folder, **values):
    file = folder / "config.json"
    file.write_text(json.dumps({**json.loads(file.read_text()), **values}))


def weights_changed(key, value):
    def spoil(folder):
        header_changed(folder / "model.safetensors", lambda header: header["transformer.ln_f.weight"].update({key: value}))
    return spoil


def cut(folder):
    file = folder / "model.safetensors"
    file.write_bytes(file.read_bytes()[:-1000])


def missing_tensor(folder):
    header_changed(folder / "model.safetensors", lambda header: header.update(
        {"transformer.ln_x.weight": header.pop("transformer.ln_f.weight")}))


BROKEN = {
    "cut": cut,
    "lying": weights_changed("data_offsets", [0, 1 << 60]),
    "wrong-shape": weights_changed("shape", [WIDTH // 2, 2]),
    "wrong-dtype": weights_changed("dtype", "F33"),
    "missing-tensor": missing_tensor,
    "no-config": lambda folder: (folder / "config.json").unlink(),
    "bad-config": lambda folder: (folder / "config.json").write_text("{"),
    "other-family": lambda folder: config_changed(folder, model_type="perceptron"),
    "no-weights": lambda folder: (folder / "model.safetensors").unlink(),
    "no-tokenizer": lambda folder: (folder / "tokenizer.json").unlink(),
}


def write_broken(folder):
    for name, spoil in BROKEN.items():
        out = pathlib.Path(folder) / "broken" / name
        if out.exists():
            continue
        shutil.copytree(pathlib.Path(folder) / "tiny-gpt2", out)
        spoil(out)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    write(sys.argv[1])
    write_broken(sys.argv[1])

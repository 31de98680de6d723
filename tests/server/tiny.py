"""A random llama of a few layers with a byte-level tokenizer, written without any library."""

import json
import math
import pathlib
import random
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent))

from checkpoint import byte_characters, safetensors

HIDDEN, HEADS, KEY_HEADS, INNER = 32, 4, 2, 48


def tokenizer():
    vocabulary = {character: byte for byte, character in byte_characters().items()}
    level = {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True, "use_regex": True}
    model = {"type": "BPE", "dropout": None, "unk_token": None, "continuing_subword_prefix": None,
             "end_of_word_suffix": None, "fuse_unk": False, "byte_fallback": False, "vocab": vocabulary, "merges": []}
    return {"version": "1.0", "truncation": None, "padding": None, "added_tokens": [], "normalizer": None,
            "pre_tokenizer": level, "post_processor": None, "decoder": level, "model": model}


def config(layers):
    return {"architectures": ["LlamaForCausalLM"], "model_type": "llama", "hidden_size": HIDDEN,
            "intermediate_size": INNER, "num_attention_heads": HEADS, "num_key_value_heads": KEY_HEADS,
            "num_hidden_layers": layers, "vocab_size": 256, "max_position_embeddings": 4096, "rms_norm_eps": 1e-6,
            "hidden_act": "silu", "rope_theta": 10000.0, "tie_word_embeddings": False, "torch_dtype": "float32",
            "bos_token_id": None, "eos_token_id": None}


def shapes(layers):
    keys = HIDDEN // HEADS * KEY_HEADS
    yield "model.embed_tokens.weight", (256, HIDDEN)
    for i in range(layers):
        block = f"model.layers.{i}"
        yield f"{block}.input_layernorm.weight", (HIDDEN,)
        for name, rows in (("q", HIDDEN), ("k", keys), ("v", keys), ("o", HIDDEN)):
            yield f"{block}.self_attn.{name}_proj.weight", (rows, HIDDEN)
        yield f"{block}.post_attention_layernorm.weight", (HIDDEN,)
        yield f"{block}.mlp.gate_proj.weight", (INNER, HIDDEN)
        yield f"{block}.mlp.up_proj.weight", (INNER, HIDDEN)
        yield f"{block}.mlp.down_proj.weight", (HIDDEN, INNER)
    yield "model.norm.weight", (HIDDEN,)
    yield "lm_head.weight", (256, HIDDEN)


def weights(numbers, shape):
    """Norms near one, matrices near nothing."""
    near = 1.0 if len(shape) == 1 else 0.0
    return [near + numbers.gauss(0, 0.15) for _ in range(math.prod(shape))]


def write(folder, layers=12, seed=0):
    """The checkpoint in `folder`, which is made."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True)
    numbers = random.Random(seed)
    (folder / "model.safetensors").write_bytes(safetensors(
        (name, shape, weights(numbers, shape)) for name, shape in shapes(layers)))
    (folder / "config.json").write_text(json.dumps(config(layers)))
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer()))
    (folder / "tokenizer_config.json").write_text(json.dumps({"tokenizer_class": "PreTrainedTokenizerFast"}))
